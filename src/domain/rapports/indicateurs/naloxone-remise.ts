import { materiel as fait } from '../faits/materiel'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Naloxone handed over, by product. */
export const naloxoneRemise: Indicateur = {
  id: 'naloxone-remise',
  version: 1,
  theme: 'Matériel',
  nom: 'Naloxone remise',
  definition:
    'Kits de naloxone remis aux personnes, par produit, en unités. C’est le chiffre du bilan annuel demandé avant le 30 avril.',
  unite: 'unités',
  decimales: 0,
  source: 'Matériel donné aux arrêts comptés, groupe naloxone',
  limites: [
    'Les remises au comptoir d’une structure ne sont pas dans Maillage.',
    'Par produit, à partir de l’EPT.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle.startsWith('DONNE/NALOXONE'),
}
