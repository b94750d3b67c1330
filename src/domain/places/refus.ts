import { formatShortDateTime, plural } from '../commun/format'
import type { Refusal } from '../commun/result'
import type { PretNomme } from './contingent'

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
  CONTINGENT_FULL:
    'Les places prêtées à cette organisation sont toutes prises, et les autres sont prêtées. Rien n’a été réservé.',
  LENT_TO_PARTNER: 'Les dernières places sont prêtées à un partenaire. Rien n’a été réservé.',
  LENT_TO_ITSELF: 'On ne prête pas ses places à sa propre organisation. Rien n’a été modifié.',
  ALREADY_LENT: 'Des places sont déjà prêtées à cette organisation à ces dates. Rien n’a été modifié.',
  LENT_TOO_MUCH: 'Ce dispositif n’a pas autant de places à prêter à ces dates. Rien n’a été modifié.',
  LOAN_OVER: 'Ce prêt est déjà terminé. Rien n’a été modifié.',
  UNITS_BUSY:
    'Trop peu de places sont libres pour en retirer autant : personne n’est mis dehors. Rien n’a été modifié.',
  ALREADY_OPENED: 'Une ouverture en nombre existe déjà à ces dates. Rien n’a été modifié.',
  OPENING_BUSY:
    'Une réservation commence après ce jour : déplacez-la ou libérez-la d’abord. Rien n’a été modifié.',
  NO_CAPACITY: 'Aucune capacité n’est écrite pour cet espace : écrivez-la d’abord. Rien n’a été noté.',
  DOOR_FULL: 'L’espace est plein. Rien n’a été noté : notez un refus faute de place, ou d’abord une sortie.',
  DAY_FULL: 'La capacité de la journée est atteinte. Rien n’a été noté.',
  NOBODY_INSIDE: 'Il n’y a pas tant de personnes à l’intérieur. Rien n’a été noté.',
  STALE_VERSION:
    'Cette place a changé pendant que vous la regardiez. Rien n’a été modifié : relisez, puis recommencez.',
} as const satisfies Record<string, string>

/** The other booking that stands in the way: where and when, never who. */
export type Conflit = {
  structure: string
  dispositif: string
  place: string
  depuis: Date
  jusqua: Date | null
}

/** A refusal that names the other booking when there is one to name. */
export type PlacePrise = Refusal<'PLACE_TAKEN' | 'NO_PLACE_LEFT'> & { conflit: Conflit | null }

/** What a refusal may carry besides its reason: the booking in the way, the loan, the latest end that the rule allows. */
export type DetailsRefus = { conflit?: Conflit | null; limite?: Date; pret?: PretNomme }

/** The sentence that follows a refusal, from what it carries. Empty when there is nothing to add. */
export function phraseDetails({ conflit, limite, pret }: DetailsRefus): string {
  if (conflit) return ` ${phraseConflit(conflit)}`
  if (pret) return ` ${phrasePret(pret)}`
  return limite === undefined ? '' : ` Au plus tard : ${formatShortDateTime(limite)}.`
}

function phrasePret({ organisation, places, rendLe }: PretNomme): string {
  const until = rendLe === null ? '' : `, jusqu’à ${formatShortDateTime(rendLe)} pour celles qui restent`
  return `${organisation} : ${plural(places, 'place prêtée', 'places prêtées')}${until}.`
}

/** A refused act on a place or a stay, in words. */
export function phraseRefusPlace(refusal: Refusal<keyof typeof phrasesRefusPlace> & DetailsRefus): string {
  return `${phrasesRefusPlace[refusal.reason]}${phraseDetails(refusal)}`
}

/** The other booking in words: « Sleep-In, Urgence, Lit 4 : prise lun. 23 nov., 22 h 14, jusqu’à mar. 24 nov., 12 h 00. » */
export function phraseConflit({ structure, dispositif, place, depuis, jusqua }: Conflit): string {
  const end = jusqua === null ? '' : `, jusqu’à ${formatShortDateTime(jusqua)}`
  return `${structure}, ${dispositif}, ${place} : prise ${formatShortDateTime(depuis)}${end}.`
}
