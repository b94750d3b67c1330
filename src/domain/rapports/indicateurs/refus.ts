import { refus as fait } from '../faits/orientations'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Requests and refusals by device. */
export const refus: Indicateur = {
  id: 'refus',
  version: 1,
  theme: 'Places',
  nom: 'Demandes et refus',
  definition:
    'Demandes de place reçues par chaque dispositif pendant la période, et celles qu’il a refusées, par motif.',
  unite: 'demandes',
  decimales: 0,
  source: 'Orientations envoyées (hors brouillons), par la nuit de leur envoi',
  limites: [
    'Un refus au téléphone, sans demande enregistrée, n’est pas compté.',
    'Par motif, à partir du département ; par dispositif, le total des refus seulement.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: () => true,
}
