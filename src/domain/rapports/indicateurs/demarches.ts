import { demarches as fait } from '../faits/suivi'
import type { Indicateur } from '../indicateur'

/** Goals reached with the persons followed. */
export const demarchesAbouties: Indicateur = {
  id: 'demarches',
  version: 1,
  theme: 'Séjours',
  nom: 'Démarches abouties',
  definition:
    'Objectifs atteints pendant la période avec les personnes suivies (droits, domiciliation, dépistage proposé, logement demandé…), par nature.',
  unite: 'démarches',
  decimales: 0,
  source: 'Objectifs du suivi, le jour où ils sont atteints',
  limites: [
    'Une personne compte une fois par démarche.',
    '« Dépistage proposé » dit une démarche, pas un résultat, ni le nombre de tests faits.',
    'Un objectif rouvert depuis n’y est plus.',
  ],
  dimensions: ['organisation'],
  fait,
  shows: () => true,
}
