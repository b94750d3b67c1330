import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { AdministrationHeader } from '@/features/comptes/components/administration-header'
import { ComptesTable } from '@/features/comptes/components/comptes-table'
import { listComptes } from '@/features/comptes/queries'
import { now } from '@/lib/clock'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Comptes' }

export default async function ComptesPage({ searchParams }: { searchParams: Promise<{ apres?: string }> }) {
  const viewer = await requireViewer()
  if (!can(viewer, 'comptes.read')) notFound()
  const { apres } = await searchParams
  const { comptes, suivant } = await listComptes(viewer, { apres, now: now() })
  const first = { pathname: '/administration' }
  return (
    <>
      <AdministrationHeader current="comptes" showsJournal={can(viewer, 'journal.read')} />
      <ComptesTable comptes={comptes} />
      <Pagination
        label="Comptes"
        previous={apres === undefined ? undefined : first}
        next={suivant === null ? undefined : { ...first, query: { apres: suivant } }}
      />
    </>
  )
}
