import { contacts as fait } from '../faits/contacts'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** People whom the team had not met before. */
export const nouveauxContacts: Indicateur = {
  id: 'nouveaux-contacts',
  version: 1,
  theme: 'Rencontres',
  nom: 'Nouveaux contacts',
  definition: 'Parmi les contacts, les personnes que l’équipe dit rencontrer pour la première fois.',
  unite: 'contacts',
  decimales: 0,
  source: 'Rencontres des arrêts comptés',
  limites: [
    '« Nouveau » est dit par l’équipe présente : une personne connue d’une autre organisation peut y être nouvelle.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle === 'nouveaux',
}
