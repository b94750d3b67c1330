import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { requireViewer } from '@/auth/require-viewer'
import { formatDate, lowerFirst } from '@/domain/commun/format'
import type { Viewer } from '@/domain/comptes/viewer'
import { orientationIdSchema } from '@/domain/orientations/reponse'
import { phraseEcheance, phraseProfil } from '@/domain/orientations/phrases'
import { fromDatabaseDate, toParis } from '@/domain/commun/civil-date'
import {
  libellesStatutOrientation,
  statutsOuverts,
  statutsQuiAttendent,
  tonsStatutOrientation,
} from '@/domain/orientations/statuts'
import { WaitCard } from '@/features/attente/components/wait-card'
import { TakeBackConsent } from '@/features/consentements/components/take-back'
import { AnswerPanel } from '@/features/passages/components/answer-panel'
import { Chronologie } from '@/features/passages/components/chronologie'
import { FicheOrientationCard } from '@/features/passages/components/fiche-orientation'
import { PrescriberPanel } from '@/features/passages/components/prescriber-panel'
import { SituationOrientation } from '@/features/passages/components/situation-orientation'
import { type FicheOrientation, findOrientation } from '@/features/passages/queries'
import { Direct } from '@/features/places/components/direct'
import { ExtendHold } from '@/features/places/components/place-actions'
import { ClosePromised, PromiseForm, WelcomePromised } from '@/features/promesses/components/promised'
import { keepsPlaces } from '@/features/promesses/queries'
import { LinkCard } from '@/features/reponses/components/link-card'
import { ArrivalActions, NotArrived } from '@/features/sejours/components/arrival-actions'
import { EndStay } from '@/features/sejours/components/end-stay'
import { listChoix } from '@/features/sejours/queries'
import { SuiviCard } from '@/features/suivis/components/suivi-card'
import { readSuivi } from '@/features/suivis/queries'
import { ConsultationsCard } from '@/features/urgences/components/consultations-card'
import { listConsultations } from '@/features/urgences/queries'
import { now } from '@/lib/clock'
import { Card } from '@/ui/card'
import { PageHeader } from '@/ui/page-header'
import { StatusBadge } from '@/ui/status-badge'

export const metadata: Metadata = { title: 'Demande de place' }

export default async function OrientationPage({ params }: PageProps<'/orientations/[id]'>) {
  const viewer = await requireViewer()
  const id = orientationIdSchema.safeParse((await params).id)
  const fiche = id.success ? await findOrientation(viewer, id.data) : null
  if (fiche === null) notFound()
  const instant = now()
  return (
    <>
      <PageHeader
        back={{ href: '/orientations', label: 'Orientations' }}
        title={`${phraseProfil(fiche)} · ${lowerFirst(phraseEcheance(fiche))}`}
        lead={
          <StatusBadge tone={tonsStatutOrientation[fiche.statut]}>
            {libellesStatutOrientation[fiche.statut]}
          </StatusBadge>
        }
        age={<Direct sujets={['orientations', 'places']} luA={instant.toISOString()} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="order-2 flex flex-col gap-4 xl:order-1">
          <FicheOrientationCard fiche={fiche} />
          <Chronologie fiche={fiche} />
          <ConsultationsCard consultations={await listConsultations(viewer, fiche.id)} />
        </div>
        <div className="order-1 flex flex-col gap-4 xl:order-2">
          <Answer viewer={viewer} fiche={fiche} instant={instant} />
          <SituationOrientation fiche={fiche} actions={<Acts fiche={fiche} />} />
          <Promised fiche={fiche} />
          {mayTo(fiche, 'RENONCEE') && <PrescriberPanel orientation={fiche} />}
          <FollowUp viewer={viewer} fiche={fiche} />
          <Others fiche={fiche} />
        </div>
      </div>
    </>
  )
}

type Fiche = { fiche: FicheOrientation }

function mayTo(fiche: FicheOrientation, to: FicheOrientation['statut']): boolean {
  return fiche.passages.some((passage) => passage.to === to)
}

/** The receiver's answer: a place, a promised day where none is kept here, a place in line, or a refusal. */
async function Answer({ viewer, fiche, instant }: Fiche & { viewer: Viewer; instant: Date }) {
  if (!mayTo(fiche, 'ACCEPTEE')) return null
  const { receveurDispositifId: dispositif } = fiche
  const promises = dispositif !== null && !(await keepsPlaces(viewer, dispositif))
  return (
    <>
      {promises && (
        <Card title="Accepter">
          <PromiseForm orientation={fiche} min={toParis(instant).date} />
        </Card>
      )}
      <AnswerPanel
        orientation={fiche}
        choix={await listChoix(viewer, fiche, instant)}
        isOpenToAll={dispositif === null}
        takesIn={!promises}
        mayReceive={mayTo(fiche, 'RECUE')}
        mayReview={mayTo(fiche, 'A_L_ETUDE')}
      />
      {mayTo(fiche, 'EN_ATTENTE') && dispositif !== null && <WaitCard orientation={fiche} />}
    </>
  )
}

async function FollowUp({ viewer, fiche }: Fiche & { viewer: Viewer }) {
  if (!isOneOf(['ACCEPTEE', 'ARRIVEE', 'CLOSE'], fiche.statut)) return null
  const suivi = await readSuivi(viewer, fiche.id)
  return suivi === null ? null : <SuiviCard suivi={suivi} />
}

/** What is rarer: a link for who has no account, an agreement taken back. */
function Others({ fiche }: Fiche) {
  const mayLink = fiche.receveur !== null && isOneOf(statutsQuiAttendent, fiche.statut)
  return (
    <>
      {mayLink && <LinkCard orientation={fiche} />}
      {fiche.mayTakeBack && (
        <TakeBackConsent orientation={fiche} isOpen={isOneOf(statutsOuverts, fiche.statut)} />
      )}
    </>
  )
}

/** Where no place is held here: the day promised, then the arrival and the leaving, said without any stay. */
function Promised({ fiche }: Fiche): ReactNode {
  const { entreePrevue, occupations, statut } = fiche
  if (entreePrevue === null || occupations.length > 0 || !isOneOf(['ACCEPTEE', 'ARRIVEE'], statut))
    return null
  return (
    <Card title="Accueil promis">
      <p>
        {statut === 'ACCEPTEE' ? 'Attendue le ' : 'Arrivée, promise pour le '}
        {formatDate(fromDatabaseDate(entreePrevue))}.
      </p>
      {mayTo(fiche, 'ARRIVEE') && (
        <div className="flex flex-wrap gap-3">
          <WelcomePromised orientation={fiche} />
          <NotArrived id={fiche.id} version={fiche.version} />
        </div>
      )}
      {mayTo(fiche, 'CLOSE') && <ClosePromised orientation={fiche} />}
    </Card>
  )
}

function isOneOf(
  statuts: readonly FicheOrientation['statut'][],
  statut: FicheOrientation['statut'],
): boolean {
  return statuts.includes(statut)
}

function Acts({ fiche }: Fiche): ReactNode {
  const [occupation] = fiche.occupations
  if (mayTo(fiche, 'CLOSE') && occupation)
    return <EndStay sejour={occupation} libelle={occupation.place.libelle} />
  if (!mayTo(fiche, 'ARRIVEE') || !occupation) return null
  return (
    <>
      <ArrivalActions orientation={fiche} />
      {occupation?.etat === 'TENUE' && <ExtendHold occupation={occupation} />}
    </>
  )
}
