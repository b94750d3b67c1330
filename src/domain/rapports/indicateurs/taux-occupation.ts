import { places as fait } from '../faits/places'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Occupied for a hundred open places. */
export const tauxOccupation: Indicateur = {
  id: 'taux-occupation',
  version: 1,
  theme: 'Places',
  nom: 'Taux d’occupation',
  definition: 'Nuits-places occupées à 4 heures du matin pour cent nuits-places ouvertes.',
  unite: '%',
  decimales: 1,
  source: 'Places, fermetures et séjours',
  limites: [
    'Les places fermées ne sont pas au dénominateur.',
    'Sans place ouverte, il n’y a pas de taux.',
    'Secret quand les nuits-places occupées le sont.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => cle === 'taux-occupation',
}
