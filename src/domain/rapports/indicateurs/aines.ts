import { contacts as fait } from '../faits/contacts'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** People met aged 60 and over. */
export const aines: Indicateur = {
  id: 'aines',
  version: 1,
  theme: 'Rencontres',
  nom: '60 ans et plus rencontrés',
  definition: 'Parmi les contacts, les personnes de 60 ans et plus.',
  unite: 'contacts',
  decimales: 0,
  source: 'Rencontres des arrêts comptés',
  limites: ['Âge dit par la personne ou estimé par l’équipe ; « inconnu » n’est compté dans aucune tranche.'],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle === '60-plus',
}
