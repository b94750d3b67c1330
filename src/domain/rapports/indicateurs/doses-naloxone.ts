import { dosesNaloxone as fait } from '../faits/actes'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Doses of naloxone that teams administered. */
export const dosesNaloxone: Indicateur = {
  id: 'doses-naloxone',
  version: 1,
  theme: 'Actes',
  nom: 'Doses de naloxone administrées',
  definition:
    'Doses administrées par une équipe pendant un incident. Les kits remis aux personnes sont dans « Naloxone remise ».',
  unite: 'doses',
  decimales: 0,
  source: 'Incidents des arrêts comptés',
  limites: ['Une dose donnée par un passant ou un autre service n’est connue que si l’équipe l’a notée.'],
  dimensions: dimensionsTerritoire,
  fait,
  shows: () => true,
}
