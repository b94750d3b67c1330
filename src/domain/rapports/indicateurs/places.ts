import { places as fait } from '../faits/places'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Night places open, occupied and free by device. */
export const places: Indicateur = {
  id: 'places',
  version: 2,
  theme: 'Places',
  nom: 'Places de nuit',
  definition:
    'Pour chaque nuit, les places qui existent et ne sont pas fermées à 4 heures du matin, et parmi elles celles qu’un séjour occupe ; additionnées sur les nuits de la période. Trente places ouvertes pendant dix nuits font trois cents nuits-places. Une place qui existe mais qu’une fermeture couvre est « fermée ».',
  unite: 'nuits-places',
  decimales: 0,
  source: 'Places, fermetures et séjours',
  limites: [
    'Une place pour un couple compte une fois.',
    'Nuits déjà passées seulement. Les espaces de jour (repos, consommation) n’y sont pas.',
    'Une place réservée mais non occupée à 4 heures est libre.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => ['ouvertes', 'occupees', 'libres', 'fermees'].includes(cle),
}
