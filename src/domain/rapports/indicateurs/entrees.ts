import { entrees as fait } from '../faits/sejours'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Stays begun. */
export const entrees: Indicateur = {
  id: 'entrees',
  version: 1,
  theme: 'Séjours',
  nom: 'Entrées en séjour',
  definition: 'Séjours de nuit commencés pendant la période.',
  unite: 'séjours',
  decimales: 0,
  source: 'Séjours',
  limites: ['Un couple compte une fois.', 'Une réservation non honorée n’y est pas.'],
  dimensions: dimensionsDispositif,
  fait,
  shows: () => true,
}
