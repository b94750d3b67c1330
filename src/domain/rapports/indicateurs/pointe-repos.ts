import { repos as fait } from '../faits/repos'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** The most persons one rest space had at once. */
export const pointeRepos: Indicateur = {
  id: 'pointe-repos',
  version: 1,
  theme: 'Places',
  nom: 'Pointe des espaces de repos',
  definition:
    'Le plus grand nombre de personnes présentes à la fois dans un même espace de repos, un jour de la période.',
  unite: 'personnes',
  decimales: 0,
  source: 'Passages notés à la porte',
  limites: [
    'Une structure, un département ont la pointe du plus plein de leurs espaces, jamais leur somme.',
    'Secrète quand le nombre de passages l’est.',
    'Une journée d’espace va de 6 heures à 6 heures ; elle compte avec la nuit de même date.',
    'Les passages annulés n’y sont pas.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => cle === 'pointe',
}
