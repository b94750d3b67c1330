import { places as fait } from '../faits/places'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Nights spent by persons. */
export const nuitees: Indicateur = {
  id: 'nuitees',
  version: 1,
  theme: 'Places',
  nom: 'Nuitées',
  definition:
    'Nuits passées par des personnes, comptées à 4 heures du matin : un couple dans une place fait deux nuitées.',
  unite: 'nuitées',
  decimales: 0,
  source: 'Places, fermetures et séjours',
  limites: ['Nuits déjà passées seulement. Les espaces de jour n’y sont pas.'],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => cle === 'nuitees',
}
