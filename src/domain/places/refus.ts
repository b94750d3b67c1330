import { formatShortDateTime } from '../commun/format'
import type { Refusal } from '../commun/result'

/** Why an act on a place is refused, in words. */
export const phrasesRefusPlace = {
  NOT_FOUND: 'Cette place est introuvable.',
  DEVICE_CLOSED: 'Ce dispositif n’est pas ouvert : rien n’y a été réservé.',
  NO_PLACE_LEFT: 'Il ne reste aucune place qui convienne. Rien n’a été réservé.',
  PLACE_TAKEN: 'Cette place est déjà prise. Rien n’a été réservé : choisissez-en une autre.',
  PLACE_CLOSED: 'Cette place est fermée pendant le séjour demandé. Choisissez-en une autre.',
  PLACE_TOO_SMALL: 'Cette place ne reçoit qu’une personne. Choisissez-en une autre.',
  HOLD_EXPIRED:
    'L’heure jusqu’à laquelle la place était tenue est passée. Tenez de nouveau une place, puis faites l’admission.',
  NO_HOLD: 'Aucune place n’est tenue pour cette demande.',
  HOLD_HAS_REQUEST: 'Cette place est tenue pour une demande : répondez depuis la demande.',
  STAY_OVER: 'Ce séjour est déjà terminé.',
  STAY_OVERRUN:
    'La fin prévue de ce séjour est passée. Prolongez-le ou terminez-le d’abord : rien n’a été modifié.',
  STAY_TOO_LONG:
    'La règle de séjour ne permet pas de rester si longtemps sans une prolongation accordée. Rien n’a été modifié.',
  END_PAST: 'La fin demandée est déjà passée. Rien n’a été modifié : choisissez une date à venir.',
  START_PAST: 'La date d’arrivée est déjà passée. Rien n’a été réservé : choisissez une date à venir.',
  SAME_PLACE: 'Cette personne est déjà à cette place. Rien n’a été modifié.',
  TOO_LATE_TO_UNDO:
    'Il est trop tard pour annuler : on le peut pendant 24 heures, tant que rien n’a suivi. Rien n’a été modifié.',
  ALREADY_CLOSED: 'C’est déjà fermé à ces dates. Rien n’a été modifié.',
  ALREADY_OPEN: 'C’est déjà rouvert. Rien n’a été modifié.',
  STALE_VERSION:
    'Cette place a changé pendant que vous la regardiez. Rien n’a été modifié : relisez, puis recommencez.',
} as const satisfies Record<string, string>

/** The other booking that stands in the way: where and when, never who. */
export type Conflit = { dispositif: string; place: string; depuis: Date; jusqua: Date | null }

/** A refusal that names the other booking when there is one to name. */
export type PlacePrise = Refusal<'PLACE_TAKEN' | 'NO_PLACE_LEFT'> & { conflit: Conflit | null }

/** What a refusal may carry besides its reason: the booking in the way, the latest end that the rule allows. */
export type DetailsRefus = { conflit?: Conflit | null; limite?: Date }

/** The sentence that follows a refusal, from what it carries. Empty when there is nothing to add. */
export function phraseDetails({ conflit, limite }: DetailsRefus): string {
  if (conflit) return ` ${phraseConflit(conflit)}`
  return limite === undefined ? '' : ` Au plus tard : ${formatShortDateTime(limite)}.`
}

/** A refused act on a place or a stay, in words. */
export function phraseRefusPlace(refusal: Refusal<keyof typeof phrasesRefusPlace> & DetailsRefus): string {
  return `${phrasesRefusPlace[refusal.reason]}${phraseDetails(refusal)}`
}

/** The other booking in words: « Lit 4 (Urgence) : prise lun. 23 nov., 22 h 14, jusqu’à mar. 24 nov., 12 h 00. » */
export function phraseConflit({ dispositif, place, depuis, jusqua }: Conflit): string {
  const end = jusqua === null ? '' : `, jusqu’à ${formatShortDateTime(jusqua)}`
  return `${place} (${dispositif}) : prise ${formatShortDateTime(depuis)}${end}.`
}
