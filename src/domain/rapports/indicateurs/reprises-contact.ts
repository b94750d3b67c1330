import { reprises as fait } from '../faits/suivi'
import type { Indicateur } from '../indicateur'

/** Persons found again after a missed appointment. */
export const reprisesContact: Indicateur = {
  id: 'reprises-contact',
  version: 1,
  theme: 'Séjours',
  nom: 'Reprises de contact après un rendez-vous manqué',
  definition: 'Relances closes pendant la période, après un rendez-vous manqué : contact repris, ou non.',
  unite: 'relances',
  decimales: 0,
  source: 'Relances, le jour où elles sont closes',
  limites: ['Une personne relancée deux fois compte deux fois.', 'Une relance encore ouverte n’y est pas.'],
  dimensions: ['organisation'],
  fait,
  shows: () => true,
}
