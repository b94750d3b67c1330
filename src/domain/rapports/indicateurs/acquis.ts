import { acquis as fait } from '../faits/sejours'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** What stays brought, ticked by the team. */
export const acquis: Indicateur = {
  id: 'acquis',
  version: 1,
  theme: 'Séjours',
  nom: 'Ce que les séjours ont apporté',
  definition:
    'Séjours finis pendant la période où l’équipe a coché cet acquis à la sortie. Un séjour peut en avoir plusieurs, ou aucun.',
  unite: 'séjours',
  decimales: 0,
  source: 'Sorties et leurs acquis',
  limites: ['Les acquis ne s’additionnent pas.', 'Ils se lisent à côté des sorties, jamais à leur place.'],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => !cle.endsWith('/toutes'),
}
