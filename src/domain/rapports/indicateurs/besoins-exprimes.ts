import { besoins as fait } from '../faits/besoins'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Needs that people expressed on rounds, by kind. */
export const besoinsExprimes: Indicateur = {
  id: 'besoins-exprimes',
  version: 1,
  theme: 'Besoins',
  nom: 'Besoins exprimés',
  definition:
    'Besoins dits par les personnes pendant les maraudes, par nature, en personnes concernées. Une personne qui en dit deux compte deux fois.',
  unite: 'personnes × besoins',
  decimales: 0,
  source: 'Besoins des arrêts comptés',
  limites: ['Par nature, à partir de l’EPT ; par commune, le total seulement.'],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle.startsWith('besoins'),
}
