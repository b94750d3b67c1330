import { besoins as fait } from '../faits/besoins'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Needs that no one could answer. */
export const besoinsSansReponse: Indicateur = {
  id: 'besoins-sans-reponse',
  version: 1,
  theme: 'Besoins',
  nom: 'Besoins sans réponse',
  definition: 'Parmi les besoins exprimés, ceux restés sans réponse au moment de la rencontre, par nature.',
  unite: 'personnes × besoins',
  decimales: 0,
  source: 'Besoins des arrêts comptés, réponse « sans réponse »',
  limites: [
    'Une réponse trouvée plus tard n’est pas retirée du compte.',
    'Par nature, à partir de l’EPT ; par commune, le total seulement.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle.startsWith('sans-reponse'),
}
