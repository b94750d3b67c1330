import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { TourAstreinteCard } from '@/features/astreintes/components/tour-astreinte'
import { listAstreintes } from '@/features/astreintes/queries'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { PrintButton } from '@/ui/print-button'

export const metadata: Metadata = { title: 'Astreintes' }

export default async function AstreintesPage() {
  const viewer = await requireViewer()
  if (!can(viewer, 'astreintes.plan')) notFound()
  const tours = await listAstreintes(viewer, now())
  return (
    <>
      <PageHeader
        title="Astreintes"
        lead="La nuit, un résident veille sur la maison, et un cadre répond au téléphone."
        actions={<PrintButton />}
      />
      <OngletsParcours viewer={viewer} current="/parcours/astreintes" />
      <div className="flex flex-col gap-4">
        {tours.length === 0 && (
          <EmptyState title="Aucun tour d’astreinte">
            Le tour existe pour les structures en cogestion, comme le Pavillon.
          </EmptyState>
        )}
        {tours.map((tour) => (
          <TourAstreinteCard key={tour.structure.id} tour={tour} />
        ))}
      </div>
    </>
  )
}
