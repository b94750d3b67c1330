import { Tablet } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { toParis } from '@/domain/commun/civil-date'
import { formatDate } from '@/domain/commun/format'
import { can } from '@/domain/comptes/can'
import { firstScreen } from '@/domain/comptes/ecrans'
import type { Viewer } from '@/domain/comptes/viewer'
import { comptesParDepartement, splitByNight } from '@/domain/places/tableau'
import { DemandesDuJour } from '@/features/orientations/components/demandes-du-jour'
import { listOrientations } from '@/features/orientations/queries'
import { Direct } from '@/features/places/components/direct'
import { TotauxDepartements } from '@/features/places/components/totaux-departements'
import { readTableau } from '@/features/places/queries'
import { SejoursAFaire } from '@/features/prolongations/components/sejours-a-faire'
import { listSejoursHeberges } from '@/features/prolongations/queries'
import { RelancesDuJour } from '@/features/rendez-vous/components/relances-du-jour'
import { listRelances } from '@/features/rendez-vous/queries'
import { DemandesDuSoirTable } from '@/features/sejours/components/demandes-du-soir'
import { EcheancesDeLaNuit } from '@/features/sejours/components/echeances-de-la-nuit'
import { listEcheances, readDemandesDuSoir } from '@/features/sejours/queries'
import { OuvertesEnUrgence } from '@/features/urgences/components/ouvertes-en-urgence'
import { listOuvertesEnUrgence } from '@/features/urgences/queries'
import { now } from '@/lib/clock'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Aujourd’hui' }

const SHOWN = 6
const DAY_MS = 24 * 3_600_000

export default async function TodayPage() {
  const viewer = await requireViewer()
  const start = firstScreen(viewer)
  if (start !== '/') redirect(start)
  const instant = now()
  const tableau = await readTableau(viewer, {}, instant)
  const demandes = await readDemandesDuSoir(viewer, instant)
  return (
    <>
      <PageHeader
        title="Aujourd’hui"
        lead={formatDate(toParis(instant).date)}
        age={tableau !== null && <Direct sujets={['places', 'orientations']} luA={instant.toISOString()} />}
        actions={<Starts viewer={viewer} />}
      />
      <div className="flex flex-col gap-6">
        <OuvertesEnUrgence
          ouvertes={await listOuvertesEnUrgence(viewer, new Date(instant.getTime() - DAY_MS))}
        />
        <Waiting viewer={viewer} instant={instant} />
        {tableau !== null && (
          <section aria-labelledby="places-du-soir">
            <h2 id="places-du-soir" className="mb-3 text-lg font-bold">
              Places ce soir
            </h2>
            <TotauxDepartements totaux={comptesParDepartement(splitByNight(tableau.lignes).nuit)} />
          </section>
        )}
        {demandes.length > 0 && <DemandesDuSoirTable demandes={demandes} />}
      </div>
    </>
  )
}

/** What waits for this person: requests to answer, requests sent, ends of the night. */
async function Waiting({ viewer, instant }: { viewer: Viewer; instant: Date }) {
  if (!can(viewer, 'orientations.read')) return null
  const waiting = { etat: 'a-repondre', limite: SHOWN } as const
  const received = can(viewer, 'orientations.answer')
    ? await listOrientations(viewer, { sens: 'recues', ...waiting })
    : null
  const sent = await listOrientations(viewer, { sens: 'envoyees', ...waiting })
  const ends = can(viewer, 'places.admit') ? await listEcheances(viewer, instant) : null
  const stays = await listSejoursHeberges(viewer, { etat: 'a-faire' }, SHOWN, instant)
  const follows = can(viewer, 'parcours.follow') ? await listRelances(viewer, SHOWN) : null
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <div className="flex flex-col gap-4">
        {received && (
          <DemandesDuJour
            sens="recues"
            titre="À répondre"
            lignes={received.lignes}
            total={received.compte['a-repondre']}
            vide="Aucune demande n’attend votre réponse."
          />
        )}
        <DemandesDuJour
          sens="envoyees"
          titre="Demandes envoyées sans réponse"
          lignes={sent.lignes}
          total={sent.compte['a-repondre']}
          vide="Aucune demande envoyée n’attend de réponse."
        />
        {follows && <RelancesDuJour {...follows} aujourdhui={toParis(instant).date} />}
      </div>
      {ends && (
        <div className="flex flex-col gap-4">
          <EcheancesDeLaNuit echeances={ends} now={instant} />
          <SejoursAFaire {...stays} />
        </div>
      )}
    </div>
  )
}

function Starts({ viewer }: { viewer: Viewer }) {
  return (
    <>
      {can(viewer, 'orientations.ask') && (
        <LinkButton href="/orientations/nouvelle">Demander une place</LinkButton>
      )}
      {can(viewer, 'maraudes.log') && (
        <LinkButton variant="primary" href="/terrain">
          <Tablet aria-hidden />
          Ouvrir le terrain
        </LinkButton>
      )}
    </>
  )
}
