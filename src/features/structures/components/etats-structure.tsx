import { CircleDot, DoorClosed, DoorOpen, Lock, SearchCheck } from 'lucide-react'
import type { Fraicheur } from '@/domain/structures/fraicheur'
import { signesKind } from '@/domain/structures/familles'
import { libellesFraicheur, libellesStatut } from '@/domain/structures/libelles'
import type { StatutStructure } from '@/domain/structures/listes'
import type { PlacesDuSoir, ResumeStructure } from '@/domain/structures/resume'
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

type OuvertureProps = Pick<ResumeStructure, 'kind' | 'statut' | 'ouverte' | 'ouverture'>

/** Open or closed now; a structure not in service shows its status instead: its hours do not count. */
export function BadgeOuverture({ kind, statut, ouverte, ouverture }: OuvertureProps) {
  if (statut !== 'OUVERTE') return <BadgeStatut statut={statut} />
  // Housing has no doors to open.
  if (ouverte === null && signesKind[kind].famille === 'HEBERGEMENT') return null
  return (
    <StatusBadge
      tone={ouverte === true ? 'success' : 'neutral'}
      icon={ouverte === true ? DoorOpen : DoorClosed}
    >
      {ouverture}
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
