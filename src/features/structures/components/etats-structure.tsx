import { CircleDot, DoorClosed, DoorOpen, Lock, SearchCheck } from 'lucide-react'
import type { Fraicheur } from '@/domain/structures/fraicheur'
import { libellesFraicheur, libellesStatut } from '@/domain/structures/libelles'
import type { StatutStructure } from '@/domain/structures/listes'
import type { PlacesDuSoir } from '@/domain/structures/resume'
import { plural } from '@/domain/commun/format'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'

const tonsStatut: Record<StatutStructure, Tone> = {
  ANNONCEE: 'info',
  CONTESTEE: 'warning',
  OUVERTE: 'success',
  SUSPENDUE: 'danger',
  FERMEE: 'neutral',
}

const tonsFraicheur: Record<Fraicheur, Tone> = {
  CONFIRMEE: 'success',
  A_CONFIRMER: 'warning',
  PERIMEE: 'danger',
  JAMAIS: 'neutral',
}

/** Announced, contested, in service, suspended, closed. */
export function BadgeStatut({ statut }: { statut: StatutStructure }) {
  return <StatusBadge tone={tonsStatut[statut]}>{libellesStatut[statut]}</StatusBadge>
}

/** Open or closed now; a structure not in service shows its status instead: its hours do not count. */
export function BadgeOuverture(props: { statut: StatutStructure; ouverte: boolean; ouverture: string }) {
  if (props.statut !== 'OUVERTE') return <BadgeStatut statut={props.statut} />
  return (
    <StatusBadge tone={props.ouverte ? 'success' : 'neutral'} icon={props.ouverte ? DoorOpen : DoorClosed}>
      {props.ouverture}
    </StatusBadge>
  )
}

/** How far the sheet can be trusted. */
export function BadgeFraicheur({ fraicheur }: { fraicheur: Fraicheur }) {
  return <StatusBadge tone={tonsFraicheur[fraicheur]}>{libellesFraicheur[fraicheur]}</StatusBadge>
}

/** « 3 places libres ce soir », out of how many. */
export function BadgePlaces({ places }: { places: PlacesDuSoir }) {
  return (
    <StatusBadge tone={places.libres > 0 ? 'info' : 'neutral'} icon={CircleDot}>
      {plural(places.libres, 'place libre', 'places libres')} ce soir
      <span className="font-normal">sur {places.total}</span>
    </StatusBadge>
  )
}

/** A fact that no source verifies yet. */
export function AVerifier() {
  return (
    <span className="inline-flex items-center gap-1 rounded-sm bg-warning-soft px-1.5 text-sm font-medium whitespace-nowrap text-warning fort:border">
      <SearchCheck aria-hidden className="size-3.5" />à vérifier
    </span>
  )
}

/** The address is known to its own team only. */
export function AdresseConfidentielle() {
  return (
    <span className="inline-flex items-center gap-1.5 text-soft">
      <Lock aria-hidden className="size-4" />
      adresse confidentielle
    </span>
  )
}
