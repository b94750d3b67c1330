import { orientations as fait } from '../faits/orientations'
import type { Indicateur } from '../indicateur'

/** Admissions for a hundred orientations. */
export const tauxAdmission: Indicateur = {
  id: 'taux-admission',
  version: 1,
  theme: 'Orientations',
  nom: 'Taux d’admission',
  definition:
    'Orientations acceptées pour cent envoyées pendant la période. C’est le premier ratio des SIAO.',
  unite: '%',
  decimales: 1,
  source: 'Orientations envoyées (hors brouillons), par la nuit de leur envoi',
  limites: [
    'Une demande en attente compte parmi les envoyées : le taux d’une période récente est trop bas.',
    'Secret quand l’un des deux comptes l’est.',
  ],
  dimensions: ['trajet'],
  fait,
  shows: ({ cle }) => cle === 'taux-admission',
}
