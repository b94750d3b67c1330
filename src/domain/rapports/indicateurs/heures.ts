import { heures as fait } from '../faits/presence'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Hours of rounds, shared among the communes where they stop. */
export const heures: Indicateur = {
  id: 'heures',
  version: 1,
  theme: 'Présence',
  nom: 'Heures de maraude',
  definition:
    'Durée des maraudes closes de la période, du début à la fin. La durée d’une maraude se partage entre les communes de ses arrêts, selon le temps passé à chacun (de l’arrivée au départ, une minute au moins ; sans départ noté, jusqu’à l’arrêt suivant ou la fin). Une maraude sans arrêt compte dans son secteur.',
  unite: 'heures',
  decimales: 1,
  source: 'Maraudes closes ou validées, et leurs arrêts comptés',
  limites: [
    'Le temps de trajet est réparti comme le temps sur place.',
    'Ce sont des heures d’équipe : une équipe de trois pendant deux heures compte deux heures.',
    'Une maraude qui n’est pas close n’a pas encore d’heures ; une maraude sans arrêt ni secteur est « non localisée ».',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle === 'heures',
}
