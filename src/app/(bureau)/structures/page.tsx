import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { readFiltres, slugStructureSchema } from '@/domain/structures/filtres'
import { Annuaire } from '@/features/structures/components/annuaire'
import { listStructures } from '@/features/structures/queries'
import { now } from '@/lib/clock'

export const metadata: Metadata = { title: 'Structures' }

const PAR_PAGE = 50

export default async function StructuresPage({ searchParams }: PageProps<'/structures'>) {
  const viewer = await requireViewer()
  const question = await searchParams
  const { filtres, ignores } = readFiltres(question)
  const apres = slugStructureSchema.safeParse(question['apres']).data
  const page = await listStructures(viewer, filtres, { now: now(), apres, limite: PAR_PAGE })
  if (page === null) notFound()
  return <Annuaire page={page} filtres={filtres} ignores={ignores} suiteDe={apres} />
}
