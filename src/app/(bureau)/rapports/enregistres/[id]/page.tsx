import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { isEnregistreId, questionDuring } from '@/domain/enregistres/enregistre'
import { findEnregistre } from '@/features/enregistres/queries'

type EnregistrePageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Opens a saved report at its own address; a link sent by e-mail says of which period. */
export default async function EnregistrePage({ params, searchParams }: EnregistrePageProps) {
  const viewer = await requireViewer()
  const { id } = await params
  const found = isEnregistreId(id) ? await findEnregistre(viewer, id) : null
  if (found === null) notFound()
  const { periode } = await searchParams
  redirect(`/rapports?${questionDuring(found.question, typeof periode === 'string' ? periode : null)}`)
}
