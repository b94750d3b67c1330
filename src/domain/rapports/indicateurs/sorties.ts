import { sorties as fait } from '../faits/sejours'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Stays ended, by destination. */
export const sorties: Indicateur = {
  id: 'sorties',
  version: 1,
  theme: 'Séjours',
  nom: 'Sorties par destination',
  definition: 'Séjours de nuit finis pendant la période, par la destination que l’équipe a notée.',
  unite: 'séjours',
  decimales: 0,
  source: 'Séjours finis et leurs sorties',
  limites: [
    'Un séjour fini sans sortie notée est en « destination inconnue ».',
    'La destination est celle du jour du départ ; ce qu’elle est devenue est suivi à part.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: () => true,
}
