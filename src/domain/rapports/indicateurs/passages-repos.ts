import { repos as fait } from '../faits/repos'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Persons let into rest spaces, the same one counted each time. */
export const passagesRepos: Indicateur = {
  id: 'passages-repos',
  version: 1,
  theme: 'Places',
  nom: 'Passages aux espaces de repos',
  definition:
    'Personnes entrées dans les espaces de repos pendant la période. Une personne entrée trois fois compte trois fois.',
  unite: 'passages',
  decimales: 0,
  source: 'Passages notés à la porte',
  limites: [
    'Ce n’est pas une file active.',
    'Une journée d’espace va de 6 heures à 6 heures ; elle compte avec la nuit de même date.',
    'Les passages annulés n’y sont pas.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => cle.startsWith('passages'),
}
