import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { SejoursHeberges } from '@/features/prolongations/components/sejours-heberges'
import { listSejoursHeberges } from '@/features/prolongations/queries'
import { SuiviActions } from '@/features/revues/components/suivi-actions'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Séjours' }

export default async function SejoursPage() {
  const viewer = await requireViewer()
  if (!can(viewer, 'prolongations.answer')) notFound()
  const sejours = await listSejoursHeberges(viewer, now())
  return (
    <>
      <PageHeader
        title="Séjours"
        lead="Ce que chaque séjour demande : répondre à une prolongation, annoncer une fin, faire le point. Le plus pressé d’abord, cent au plus."
      />
      <OngletsParcours viewer={viewer} current="/parcours/sejours" />
      <SejoursHeberges
        sejours={sejours}
        renderSuivi={({ id, libelle }) => <SuiviActions occupationId={id} libelle={libelle} />}
        empty={
          <EmptyState title="Aucun séjour de plus d’une nuit">
            Les séjours continus, à l’hôtel ou au Pavillon apparaissent ici dès l’arrivée.
          </EmptyState>
        }
      />
    </>
  )
}
