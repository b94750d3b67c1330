import type { Refusal } from '../commun/result'

/** Why an act on a pathway is refused, in words. */
export const phrasesRefusParcours = {
  NOT_FOUND: 'Cette personne n’est pas suivie par votre organisation. Rien n’a été modifié.',
  STALE_VERSION:
    'Ceci a changé pendant que vous le regardiez. Rien n’a été modifié : relisez, puis recommencez.',
  UNKNOWN_STRUCTURE: 'Cette structure est introuvable.',
  DONE_ALREADY: 'C’est déjà noté. Rien n’a été modifié.',
  NOT_YET: 'Ce rendez-vous n’a pas encore eu lieu.',
  IN_THE_PAST: 'Cette date est passée. Choisissez un jour à venir.',
  TOO_FAR: 'Cette date est à plus de deux ans. Vérifiez-la.',
  STAY_OVER: 'Ce séjour est terminé.',
  PLAN_OPEN: 'Un plan de sortie est déjà ouvert pour cette personne.',
  PLAN_CLOSED: 'Ce plan de sortie est clos.',
  TOO_EARLY: 'Cette vérification n’est pas encore due.',
  NIGHT_TAKEN: 'Cette nuit a déjà quelqu’un. Retirez-le d’abord.',
  PENDING: 'Une demande attend déjà une réponse pour ce séjour.',
  NO_ROOM:
    'La place est promise à quelqu’un ou ferme avant cette date. Rien n’a été accordé : proposez moins de jours, ou une autre place.',
  STAY_OPEN:
    'Cette personne dort chez nous en ce moment : terminez d’abord le séjour, avec le service qui prend le relais.',
  NOT_POSSIBLE: 'Une de ses demandes n’a pas pu être retirée. Rien n’a été modifié.',
  NOT_RESIDENT: 'Cette personne n’habite pas la structure cette nuit-là.',
} as const satisfies Record<string, string>
export type RefusParcours = keyof typeof phrasesRefusParcours

/** The refusal in words. */
export function phraseRefusParcours({ reason }: Refusal<RefusParcours>): string {
  return phrasesRefusParcours[reason]
}
