import { Tablet } from 'lucide-react'
import type { Metadata } from 'next'
import { requireViewer } from '@/auth/require-viewer'
import { formatDate } from '@/domain/commun/format'
import { toParis } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { DemandesDuJour } from '@/features/orientations/components/demandes-du-jour'
import { listOrientations } from '@/features/orientations/queries'
import { PlacesDuSoir } from '@/features/places/components/places-du-soir'
import { readTableau } from '@/features/places/queries'
import { EcheancesDeLaNuit } from '@/features/sejours/components/echeances-de-la-nuit'
import { listEcheances } from '@/features/sejours/queries'
import { now } from '@/lib/clock'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Aujourd’hui' }

const SHOWN = 6

export default async function TodayPage() {
  const viewer = await requireViewer()
  const instant = now()
  const tableau = await readTableau(viewer, {}, instant)
  return (
    <>
      <PageHeader
        title="Aujourd’hui"
        lead={formatDate(toParis(instant).date)}
        actions={can(viewer, 'maraudes.log') && <StartRound />}
      />
      <div className="flex flex-col gap-6">
        {tableau !== null && <PlacesDuSoir lignes={tableau.lignes} />}
        <Waiting viewer={viewer} instant={instant} />
        <Shortcuts viewer={viewer} />
      </div>
    </>
  )
}

/** What waits for this person: requests to answer, requests sent, ends of the night. */
async function Waiting({ viewer, instant }: { viewer: Viewer; instant: Date }) {
  const waiting = { etat: 'a-repondre', limite: SHOWN } as const
  const answers = can(viewer, 'orientations.answer')
  const [received, sent, ends] = await Promise.all([
    answers ? listOrientations(viewer, { sens: 'recues', ...waiting }) : null,
    can(viewer, 'orientations.read') ? listOrientations(viewer, { sens: 'envoyees', ...waiting }) : null,
    can(viewer, 'places.admit') ? listEcheances(viewer, instant) : null,
  ])
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      {received && (
        <DemandesDuJour
          sens="recues"
          titre="À répondre"
          lignes={received.lignes}
          total={received.compte['a-repondre']}
          vide="Aucune demande n’attend votre réponse."
        />
      )}
      {sent && (
        <DemandesDuJour
          sens="envoyees"
          titre="Demandes envoyées sans réponse"
          lignes={sent.lignes}
          total={sent.compte['a-repondre']}
          vide="Toutes vos demandes ont reçu une réponse."
        />
      )}
      {ends && <EcheancesDeLaNuit echeances={ends} now={instant} />}
    </div>
  )
}

function StartRound() {
  return (
    <LinkButton variant="primary" href="/terrain">
      <Tablet aria-hidden />
      Ouvrir le terrain
    </LinkButton>
  )
}

function Shortcuts({ viewer }: { viewer: Viewer }) {
  return (
    <nav aria-label="Aller à" data-no-print className="flex flex-wrap gap-3">
      {can(viewer, 'carte.read') && <LinkButton href="/carte">Carte</LinkButton>}
      {can(viewer, 'structures.read') && <LinkButton href="/structures">Annuaire des structures</LinkButton>}
      {can(viewer, 'rapports.read') && <LinkButton href="/rapports">Rapports</LinkButton>}
      {can(viewer, 'comptes.read') && <LinkButton href="/administration">Administration</LinkButton>}
    </nav>
  )
}
