import { contacts as fait } from '../faits/contacts'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** People met aged 18 to 24. */
export const jeunes: Indicateur = {
  id: 'jeunes',
  version: 1,
  theme: 'Rencontres',
  nom: '18-24 ans rencontrés',
  definition: 'Parmi les contacts, les personnes de 18 à 24 ans.',
  unite: 'contacts',
  decimales: 0,
  source: 'Rencontres des arrêts comptés',
  limites: ['Âge dit par la personne ou estimé par l’équipe ; « inconnu » n’est compté dans aucune tranche.'],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle === '18-24',
}
