import { maraudes as fait } from '../faits/presence'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Rounds, each once in every commune where it stops. */
export const maraudes: Indicateur = {
  id: 'maraudes',
  version: 1,
  theme: 'Présence',
  nom: 'Maraudes',
  definition:
    'Nombre de maraudes de la période, en cours comprises. Une maraude compte une fois dans chaque commune où elle s’est arrêtée, et une fois dans chaque total ; sans arrêt, elle compte dans son secteur.',
  unite: 'maraudes',
  decimales: 0,
  source: 'Maraudes, et leurs arrêts comptés',
  limites: [
    'Les communes ne s’additionnent pas : une maraude qui s’arrête dans deux communes compte dans chacune.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle === 'maraudes',
}
