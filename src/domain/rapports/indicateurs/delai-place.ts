import { delaisPlace as fait } from '../faits/delais'
import type { Indicateur } from '../indicateur'

/** Hours from the wish to an effective place. */
export const delaiPlace: Indicateur = {
  id: 'delai-place',
  version: 1,
  theme: 'Orientations',
  nom: 'Délai du souhait à la place',
  definition:
    'Heures écoulées entre le souhait de la personne et son entrée effective dans une place, pour les orientations envoyées pendant la période : médiane, premier et dernier quart.',
  unite: 'heures',
  decimales: 1,
  source: 'Orientations envoyées (hors brouillons), par la nuit de leur envoi',
  limites: [
    'Les demandes refusées, renoncées ou encore en attente n’y sont pas.',
    'Quand le nombre d’entrées est secret, le délai l’est aussi.',
  ],
  dimensions: ['trajet'],
  fait,
  shows: ({ cle }) => cle !== 'place/toutes',
}
