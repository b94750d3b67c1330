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
  STALE_VERSION:
    'Cette place a changé pendant que vous la regardiez. Rien n’a été modifié : relisez, puis recommencez.',
} as const satisfies Record<string, string>

/** The other booking that stands in the way: where and when, never who. */
export type Conflit = { dispositif: string; place: string; depuis: Date; jusqua: Date | null }

/** A refusal that names the other booking when there is one to name. */
export type PlacePrise = Refusal<'PLACE_TAKEN' | 'NO_PLACE_LEFT'> & { conflit: Conflit | null }

/** The other booking in words: « Lit 4 (Urgence) : prise lun. 23 nov., 22 h 14, jusqu’à mar. 24 nov., 12 h 00. » */
export function phraseConflit({ dispositif, place, depuis, jusqua }: Conflit): string {
  const end = jusqua === null ? '' : `, jusqu’à ${formatShortDateTime(jusqua)}`
  return `${place} (${dispositif}) : prise ${formatShortDateTime(depuis)}${end}.`
}
