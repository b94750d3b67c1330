import { montees as fait } from '../faits/marches'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Stays that ended on a higher step. */
export const monteesParcours: Indicateur = {
  id: 'montees',
  version: 1,
  theme: 'Séjours',
  nom: 'Marches montées',
  definition:
    'Séjours de nuit finis pendant la période, dont la destination est une marche plus haute du parcours (de l’urgence au séjour continu, à l’hôtel, au logement).',
  unite: 'séjours',
  decimales: 0,
  source: 'Séjours finis et leurs sorties, marches des parcours en service',
  limites: [
    'Un séjour fini sans sortie notée n’est pas une montée.',
    'La marche est celle du jour du départ ; ce qu’elle est devenue est suivi à part.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ cle }) => cle === 'montees',
}
