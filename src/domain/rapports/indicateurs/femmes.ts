import { contacts as fait } from '../faits/contacts'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Women met, trans women included. */
export const femmes: Indicateur = {
  id: 'femmes',
  version: 1,
  theme: 'Rencontres',
  nom: 'Femmes rencontrées',
  definition: 'Parmi les contacts, les femmes, femmes trans comprises.',
  unite: 'contacts',
  decimales: 0,
  source: 'Rencontres des arrêts comptés',
  limites: [
    'Genre dit par la personne ou perçu par l’équipe ; « non renseigné » n’est compté nulle part ailleurs.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle === 'femmes',
}
