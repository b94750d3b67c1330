import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { filtreSejoursSchema, writeCurseurSejour } from '@/domain/parcours/sejours'
import { OngletsSejours } from '@/features/prolongations/components/onglets-sejours'
import { SejoursHeberges } from '@/features/prolongations/components/sejours-heberges'
import { listSejoursHeberges } from '@/features/prolongations/queries'
import { SuiviActions } from '@/features/revues/components/suivi-actions'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Séjours' }

const LIMITE = 50

export default async function SejoursPage({ searchParams }: PageProps<'/parcours/sejours'>) {
  const viewer = await requireViewer()
  if (!can(viewer, 'prolongations.answer')) notFound()
  const filtre = filtreSejoursSchema.parse(await searchParams)
  const { sejours, suite, comptes, total } = await listSejoursHeberges(viewer, filtre, LIMITE, now())
  const { etat, dispositif, apres } = filtre
  const first = { pathname: '/parcours/sejours', query: { etat, ...(dispositif && { dispositif }) } }
  return (
    <>
      <PageHeader
        title="Séjours"
        lead="Ce que chaque séjour demande : répondre à une prolongation, annoncer une fin, faire le point. Le plus pressé d’abord."
      />
      <OngletsParcours viewer={viewer} current="/parcours/sejours" />
      <OngletsSejours filtre={filtre} comptes={comptes} total={total} />
      <SejoursHeberges
        sejours={sejours}
        renderSuivi={({ id, libelle }) => <SuiviActions occupationId={id} libelle={libelle} />}
        empty={
          comptes.length === 0 ? (
            <EmptyState title="Aucun séjour de plus d’une nuit">
              Les séjours continus, à l’hôtel ou au Pavillon apparaissent ici dès l’arrivée.
            </EmptyState>
          ) : (
            <EmptyState title="Rien à faire ici">
              Aucun séjour ne demande rien aujourd’hui. L’onglet « Tous » les montre quand même.
            </EmptyState>
          )
        }
      />
      <Pagination
        label="Séjours"
        previous={apres === undefined ? undefined : first}
        next={
          suite === null
            ? undefined
            : { ...first, query: { ...first.query, apres: writeCurseurSejour(suite) } }
        }
      />
    </>
  )
}
