import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { readCasDe } from '@/domain/quarantaine/curseur'
import { CasScreen } from '@/features/cas/components/cas-screen'
import { readCas } from '@/features/cas/queries'

export const metadata: Metadata = { title: 'Fait à décider' }

type Params = { nature: string; id: string }

export default async function CasPage({ params }: { params: Promise<Params> }) {
  const viewer = await requireViewer()
  const cas = readCasDe(await params)
  const found = cas === null ? null : await readCas(viewer, cas)
  if (found === null) notFound()
  return <CasScreen cas={found} />
}
