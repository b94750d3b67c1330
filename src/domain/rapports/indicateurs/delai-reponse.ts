import { delaisReponse as fait } from '../faits/delais'
import type { Indicateur } from '../indicateur'

/** Hours from the wish to a first answer. */
export const delaiReponse: Indicateur = {
  id: 'delai-reponse',
  version: 1,
  theme: 'Orientations',
  nom: 'Délai du souhait à la première réponse',
  definition:
    'Heures écoulées entre le souhait de la personne et la première réponse de la structure, pour les orientations envoyées pendant la période : médiane, premier et dernier quart.',
  unite: 'heures',
  decimales: 1,
  source: 'Orientations envoyées (hors brouillons), par la nuit de leur envoi',
  limites: [
    'Celles qui n’ont pas encore de réponse n’y sont pas : le délai d’une période récente est trop court.',
    'Quand le nombre de réponses est secret, le délai l’est aussi.',
  ],
  dimensions: ['trajet'],
  fait,
  shows: ({ cle }) => cle !== 'reponse/toutes',
}
