import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { requireViewer } from '@/auth/require-viewer'
import { orientationIdSchema } from '@/domain/orientations/reponse'
import { phraseEcheance, phraseProfil } from '@/domain/orientations/phrases'
import { libellesStatutOrientation, tonsStatutOrientation } from '@/domain/orientations/statuts'
import { AnswerPanel } from '@/features/passages/components/answer-panel'
import { Chronologie } from '@/features/passages/components/chronologie'
import { FicheOrientationCard } from '@/features/passages/components/fiche-orientation'
import { PrescriberPanel } from '@/features/passages/components/prescriber-panel'
import { SituationOrientation } from '@/features/passages/components/situation-orientation'
import { type FicheOrientation, findOrientation } from '@/features/passages/queries'
import { Direct } from '@/features/places/components/direct'
import { ExtendHold } from '@/features/places/components/place-actions'
import { ArrivalActions } from '@/features/sejours/components/arrival-actions'
import { EndStay } from '@/features/sejours/components/end-stay'
import { listChoix } from '@/features/sejours/queries'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'
import { StatusBadge } from '@/ui/status-badge'

export const metadata: Metadata = { title: 'Demande de place' }

export default async function OrientationPage({ params }: PageProps<'/orientations/[id]'>) {
  const viewer = await requireViewer()
  const id = orientationIdSchema.safeParse((await params).id)
  const fiche = id.success ? await findOrientation(viewer, id.data) : null
  if (fiche === null) notFound()
  const instant = now()
  const mayTo = (to: FicheOrientation['statut']) => fiche.passages.some((passage) => passage.to === to)
  const choix = mayTo('ACCEPTEE') ? await listChoix(viewer, fiche, instant) : []
  return (
    <>
      <PageHeader
        back={{ href: '/orientations', label: 'Orientations' }}
        title={`${phraseProfil(fiche)} · ${phraseEcheance(fiche).toLowerCase()}`}
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
        </div>
        <div className="order-1 flex flex-col gap-4 xl:order-2">
          {mayTo('ACCEPTEE') && (
            <AnswerPanel
              orientation={fiche}
              choix={choix}
              isOpenToAll={fiche.receveur === null}
              mayReceive={mayTo('RECUE')}
              mayReview={mayTo('A_L_ETUDE')}
            />
          )}
          <SituationOrientation fiche={fiche} actions={<Acts fiche={fiche} mayTo={mayTo} />} />
          {mayTo('RENONCEE') && <PrescriberPanel orientation={fiche} />}
        </div>
      </div>
    </>
  )
}

type ActsProps = { fiche: FicheOrientation; mayTo: (to: FicheOrientation['statut']) => boolean }

function Acts({ fiche, mayTo }: ActsProps): ReactNode {
  const [occupation] = fiche.occupations
  if (mayTo('CLOSE') && occupation) return <EndStay sejour={occupation} libelle={occupation.place.libelle} />
  if (!mayTo('ARRIVEE')) return null
  return (
    <>
      <ArrivalActions orientation={fiche} />
      {occupation?.etat === 'TENUE' && <ExtendHold occupation={occupation} />}
    </>
  )
}
