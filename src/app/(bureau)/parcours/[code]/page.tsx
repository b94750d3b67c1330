import { lowerFirst } from '@/domain/commun/format'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { fromDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { libellesGenre, libellesSituation, libellesTrancheAge } from '@/domain/commun/profil'
import { codePersonneSchema } from '@/domain/personnes/code'
import { ObjectifsCard } from '@/features/objectifs/components/objectifs-card'
import { ChronologieParcours } from '@/features/parcours/components/chronologie-parcours'
import { EtapeCard } from '@/features/parcours/components/etape-card'
import { EtapesFaites } from '@/features/parcours/components/etapes-faites'
import { findParcours, listStructuresProposees, type ParcoursPersonne } from '@/features/parcours/queries'
import { AskProlongation } from '@/features/prolongations/components/prolongation-actions'
import { RendezVousCard } from '@/features/rendez-vous/components/rendez-vous-card'
import { SuiviActions } from '@/features/revues/components/suivi-actions'
import { PrintButton } from '@/ui/print-button'
import { PlanSortieCard } from '@/features/sorties/components/plan-sortie-card'
import { VerificationActions } from '@/features/sorties/components/verification-actions'
import { now } from '@/lib/clock'
import { Card } from '@/ui/card'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Parcours d’une personne' }

export default async function ParcoursPersonnePage({ params }: PageProps<'/parcours/[code]'>) {
  const viewer = await requireViewer()
  const instant = now()
  const code = codePersonneSchema.safeParse((await params).code)
  const parcours = code.success ? await findParcours(viewer, code.data, instant) : null
  if (parcours === null) notFound()
  const structures = parcours.suivre ? await listStructuresProposees(viewer) : []
  const aujourdhui = toParis(instant).date
  const { suivre } = parcours
  return (
    <>
      <PageHeader
        back={{ href: '/parcours', label: 'Parcours' }}
        title={parcours.code}
        lead={`${libellesGenre[parcours.genre]}, ${lowerFirst(libellesTrancheAge[parcours.trancheAge])}, ${lowerFirst(libellesSituation[parcours.situation])}`}
        actions={<PrintButton variant="secondary" />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Present parcours={parcours} />
          <ObjectifsCard code={parcours.code} objectifs={objectifsOf(parcours)} suivre={suivre} />
          <RendezVousCard
            code={parcours.code}
            rendezVous={parcours.rendezVous}
            structures={structures}
            suivre={suivre}
            now={instant}
            aujourdhui={aujourdhui}
          />
        </div>
        <div className="flex flex-col gap-4">
          <PlanSortieCard
            code={parcours.code}
            plan={planOf(parcours)}
            structures={structures}
            suivre={suivre}
            aujourdhui={aujourdhui}
          />
          <EtapesFaites
            sejours={parcours.sejours}
            renderVerification={({ sortie, verification }) =>
              suivre && sortie !== null && verification !== null ? (
                <VerificationActions sortieId={sortie.id} mois={verification} />
              ) : null
            }
          />
          <ChronologieParcours parcours={parcours} />
        </div>
      </div>
    </>
  )
}

/** The stay under way, or that there is none. */
function Present({ parcours: { sejours, suivre } }: { parcours: ParcoursPersonne }) {
  const present = sejours.find(({ etat }) => etat === 'EN_COURS')
  if (present === undefined)
    return (
      <Card title="Aujourd’hui">
        <p className="text-soft">Aucun séjour en cours.</p>
      </Card>
    )
  return (
    <EtapeCard
      sejour={present}
      actions={
        suivre && (
          <>
            {!present.prolongations.some(({ statut }) => statut === 'DEMANDEE') && (
              <AskProlongation occupationId={present.id} libelle={present.place.libelle} />
            )}
            <SuiviActions occupationId={present.id} libelle={present.place.libelle} />
          </>
        )
      }
    />
  )
}

function objectifsOf({ objectifs }: ParcoursPersonne) {
  return objectifs.map(({ statutLe, ...objectif }) => ({ ...objectif, jour: toParis(statutLe).date }))
}

function planOf({ plansSortie }: ParcoursPersonne) {
  const plan = plansSortie.find(({ closLe }) => closLe === null)
  if (plan === undefined) return null
  const { id, version, vise, pourLe, pistes, blocages } = plan
  return {
    id,
    version,
    vise,
    pourLe: pourLe === null ? null : fromDatabaseDate(pourLe),
    pistes: pistes.map((piste) => ({
      id: piste.id,
      version: piste.version,
      destination: piste.destination,
      statut: piste.statut,
      structure: piste.structure,
      jour: toParis(piste.statutLe).date,
    })),
    blocages: blocages.map(({ id: key, kind, depuis, leveLe }) => ({
      id: key,
      kind,
      depuis: toParis(depuis).date,
      leve: leveLe === null ? null : toParis(leveLe).date,
    })),
  }
}
