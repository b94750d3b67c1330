import { depistages as fait } from '../faits/materiel'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Rapid tests done, whatever they said. */
export const trodRealises: Indicateur = {
  id: 'trod-realises',
  version: 1,
  theme: 'Actes',
  nom: 'TROD réalisés',
  definition:
    'Tests rapides d’orientation diagnostique faits par une équipe, par infection : VIH, hépatites C et B, syphilis. Un test compte, jamais son résultat, qui n’est noté nulle part.',
  unite: 'tests',
  decimales: 0,
  source: 'Tests réalisés aux arrêts comptés',
  limites: [
    'Une personne qui fait deux tests compte deux fois.',
    'Maraudes seulement : ni accueil fixe, ni consultation.',
    'Par infection, à partir de l’EPT.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: () => true,
}
