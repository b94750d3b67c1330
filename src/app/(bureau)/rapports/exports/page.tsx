import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { perimetresOf } from '@/domain/exports/perimetres'
import { lastQuarter } from '@/domain/rapports/periode'
import { ExportsScreen } from '@/features/exports/components/exports-screen'
import { listExports } from '@/features/exports/queries'
import { now } from '@/lib/clock'

export const metadata: Metadata = { title: 'Exports de lignes' }

export default async function ExportsPage() {
  const viewer = await requireViewer()
  const exports = await listExports(viewer)
  if (exports === null) notFound()
  const at = now()
  const { du, au } = lastQuarter(workDayOf(at))
  return (
    <ExportsScreen
      exports={exports}
      perimetres={perimetresOf(viewer)}
      nuits={{ du, au }}
      luA={at.toISOString()}
    />
  )
}
