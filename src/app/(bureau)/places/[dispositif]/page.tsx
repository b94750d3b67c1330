import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { libellesDispositif } from '@/domain/structures/libelles'
import { can } from '@/domain/comptes/can'
import { Direct } from '@/features/places/components/direct'
import { GrillePlaces } from '@/features/places/components/grille-places'
import { ExtendHold, MarkReady, ReleaseHold } from '@/features/places/components/place-actions'
import { ResumeDispositif } from '@/features/places/components/resume-dispositif'
import {
  type DispositifVisible,
  findDispositif,
  type OccupationVisible,
  type PlaceVisible,
} from '@/features/places/queries'
import { ArrivalActions } from '@/features/sejours/components/arrival-actions'
import { TakeIn } from '@/features/sejours/components/take-in'
import { EndStay } from '@/features/sejours/components/end-stay'
import { now } from '@/lib/clock'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Places du dispositif' }

export default async function DispositifPage({ params }: PageProps<'/places/[dispositif]'>) {
  const viewer = await requireViewer()
  const instant = now()
  const dispositif = await findDispositif(viewer, (await params).dispositif, instant)
  if (dispositif === null) notFound()
  const { id, nom, structure, kind, departement, places, oriente, droits } = dispositif
  const isOwn = Object.values(droits).some(Boolean)
  return (
    <>
      <PageHeader
        back={{ href: '/places', label: 'Places ce soir' }}
        title={nom}
        lead={`${structure} · ${libellesDispositif[kind]} · ${departement}`}
        age={<Direct sujets={['places']} luA={instant.toISOString()} />}
        actions={
          oriente &&
          can(viewer, 'orientations.ask') && (
            <LinkButton href={`/orientations/nouvelle?dispositif=${id}`}>Demander une place</LinkButton>
          )
        }
      />
      <ResumeDispositif places={places} />
      <GrillePlaces
        places={places}
        now={instant}
        isOwn={isOwn}
        renderActions={(place) => <Actions place={place} droits={droits} />}
      />
    </>
  )
}

type ActionsProps = { place: PlaceVisible; droits: DispositifVisible['droits'] }

function Actions({ place, droits }: ActionsProps) {
  const { statut, occupation, libelle } = place
  if (statut === 'A_PREPARER' && droits.preparer) return <MarkReady place={place} />
  if (statut === 'LIBRE' && droits.admettre) return <TakeIn place={place} />
  if (occupation?.kind === 'SEJOUR' && droits.liberer)
    return <EndStay sejour={occupation} libelle={libelle} />
  return occupation?.kind === 'RESERVATION' && <HoldActions occupation={occupation} droits={droits} />
}

type HoldActionsProps = { occupation: OccupationVisible; droits: DispositifVisible['droits'] }

function HoldActions({ occupation, droits }: HoldActionsProps) {
  const { orientation } = occupation
  return (
    <>
      {droits.admettre && orientation !== null && <ArrivalActions orientation={orientation} />}
      {droits.tenir && <ExtendHold occupation={occupation} />}
      {droits.tenir && orientation === null && <ReleaseHold occupation={occupation} />}
    </>
  )
}
