import { orientations as fait } from '../faits/orientations'
import type { Indicateur } from '../indicateur'

/** Orientations by route and outcome. */
export const orientations: Indicateur = {
  id: 'orientations',
  version: 1,
  theme: 'Orientations',
  nom: 'Orientations entre départements',
  definition:
    'Demandes de place envoyées pendant la période, du département de la structure qui demande à celui du dispositif demandé, et ce qu’elles sont devenues. Un couple compte une fois. « Refusée » est dit par la structure, avec son motif ; « renoncée » par la personne.',
  unite: 'orientations',
  decimales: 0,
  source: 'Orientations envoyées (hors brouillons), par la nuit de leur envoi',
  limites: [
    'L’issue est celle connue au jour du calcul : une demande en attente aujourd’hui pourra être acceptée demain.',
    '« À trouver » : demande adressée à toute place qui convient, sans dispositif désigné.',
  ],
  dimensions: ['trajet'],
  fait,
  shows: ({ mesure }) => mesure === undefined,
}
