import { besoins as fait } from '../faits/besoins'
import type { Indicateur } from '../indicateur'

/** Why needs stayed without an answer. */
export const causesSansReponse: Indicateur = {
  id: 'causes-sans-reponse',
  version: 1,
  theme: 'Besoins',
  nom: 'Besoins sans réponse, par cause',
  definition:
    'Parmi les besoins exprimés, ceux restés sans réponse, par la cause que l’équipe a notée. Une cause ne parle jamais de la personne.',
  unite: 'personnes × besoins',
  decimales: 0,
  source: 'Besoins des arrêts comptés, réponse « sans réponse »',
  limites: ['Une seule cause par besoin : la première que l’équipe a vue.', 'À partir de l’EPT.'],
  dimensions: ['departement', 'ept', 'territoire'],
  fait,
  shows: ({ cle }) => cle === 'sans-reponse' || cle.startsWith('cause/'),
}
