import { mediations as fait } from '../faits/actes'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Mediations noted at stops. */
export const mediations: Indicateur = {
  id: 'mediations',
  version: 1,
  theme: 'Actes',
  nom: 'Médiations',
  definition: 'Médiations avec des riverains, des commerçants ou des structures, notées aux arrêts.',
  unite: 'médiations',
  decimales: 0,
  source: 'Arrêts comptés',
  limites: ['Celles des maraudes seulement.'],
  dimensions: dimensionsTerritoire,
  fait,
  shows: () => true,
}
