import { repos as fait } from '../faits/repos'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Persons sent away from rest spaces for want of room. */
export const refusRepos: Indicateur = {
  id: 'refus-repos',
  version: 1,
  theme: 'Places',
  nom: 'Refus à la porte des espaces de repos',
  definition:
    'Personnes renvoyées à la porte d’un espace de repos, faute de place. Une personne renvoyée deux fois compte deux fois.',
  unite: 'personnes',
  decimales: 0,
  source: 'Refus notés à la porte',
  limites: [
    'Qui voit la porte pleine et repart sans demander n’est pas compté.',
    'Une journée d’espace va de 6 heures à 6 heures ; elle compte avec la nuit de même date.',
    'Les passages annulés n’y sont pas.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => cle.startsWith('refus'),
}
