import type { Refusal } from '../commun/result'
import { type DetailsRefus, phraseDetails, phrasesRefusPlace } from '../places/refus'

/** Why an act on an orientation is refused; the words a screen or a sync verdict shows. */
export const phrasesRefusOrientation = {
  NOT_FOUND: 'Cette demande est introuvable.',
  FORBIDDEN: 'Votre fonction ne permet pas de demander une place.',
  NO_STRUCTURE:
    'Aucune structure de votre organisation ne peut porter cette demande. Prévenez votre responsable.',
  ALREADY_SENT: 'Cette demande est déjà partie : elle n’a pas été envoyée deux fois.',
  UNKNOWN_STOP: 'L’arrêt de cette demande n’est pas (encore) connu de votre organisation.',
  UNKNOWN_DEVICE: 'Ce dispositif est introuvable.',
  DEVICE_CLOSED:
    'Ce dispositif ne reçoit pas de demandes en ce moment. Choisissez-en un autre, ou « toute place qui convient ».',
  ALREADY_WAITING:
    'Cette personne attend déjà une réponse de ce dispositif : rien n’a été envoyé une seconde fois. Retrouvez sa demande dans « Envoyées ».',
  UNKNOWN_PERSON: 'Ce code n’est pas suivi par votre organisation.',
  STALE_VERSION:
    'Cette demande a changé pendant que vous la regardiez. Rien n’a été modifié : relisez-la, puis recommencez.',
  NOT_POSSIBLE: 'Ce n’est plus possible dans l’état actuel de la demande. Rien n’a été modifié.',
  NO_CONSENT: 'Aucun accord en cours n’est noté sur cette demande. Rien n’a été modifié.',
  HAS_PLACES: 'Ce dispositif a ses places ici : acceptez sur une place, pas sur une date.',
  DATE_PAST: 'Cette date est passée. Choisissez aujourd’hui ou un jour à venir.',
  NOT_RESPONSIBLE: 'Votre structure ne porte pas ce suivi. Rien n’a été modifié.',
  HANDOVER_PENDING: 'Un relais est déjà proposé pour ce suivi : il attend une réponse.',
  LINK_NOT_POSSIBLE:
    'Un lien de réponse se donne pour une demande adressée à un dispositif et encore sans réponse. Rien n’a été créé.',
  LINK_OVER: 'Ce lien ne sert plus. Rien n’a été modifié.',
  ALREADY_ANSWERED: 'Une réponse a déjà été donnée à cette demande. Rien n’a été modifié.',
  NOT_ADDRESSED:
    'Cette demande s’adresse à toute place qui convient : une structure peut seulement la prendre.',
} as const satisfies Record<string, string>
export type RefusOrientation = keyof typeof phrasesRefusOrientation

/** What sending a request may be refused for. */
export type RefusDemande = Extract<
  RefusOrientation,
  | 'FORBIDDEN'
  | 'NO_STRUCTURE'
  | 'ALREADY_SENT'
  | 'UNKNOWN_STOP'
  | 'UNKNOWN_DEVICE'
  | 'DEVICE_CLOSED'
  | 'UNKNOWN_PERSON'
  | 'ALREADY_WAITING'
>

const phrases = { ...phrasesRefusPlace, ...phrasesRefusOrientation }

/** Whatever an act on a request, its place or its stay may be refused for. */
export type RefusActe = Refusal<keyof typeof phrases> & DetailsRefus

/** The refusal in words, with the other booking when one stands in the way: where and when, never who. */
export function phraseRefus(refusal: RefusActe): string {
  return `${phrases[refusal.reason]}${phraseDetails(refusal)}`
}
