import { contacts as fait } from '../faits/contacts'
import type { Indicateur } from '../indicateur'

/** People met by gender. */
export const contactsParGenre: Indicateur = {
  id: 'contacts-par-genre',
  version: 1,
  theme: 'Rencontres',
  nom: 'Contacts par genre',
  definition:
    'Contacts, par genre : femmes et femmes trans ; hommes et hommes trans ; autre, non binaire ou non renseigné.',
  unite: 'contacts',
  decimales: 0,
  source: 'Rencontres des arrêts comptés',
  limites: [
    'Genre dit par la personne ou perçu par l’équipe.',
    'À partir de l’EPT ; par commune, voir « Femmes rencontrées ».',
  ],
  dimensions: ['departement', 'ept', 'territoire'],
  fait,
  shows: ({ cle }) => ['contacts', 'femmes', 'hommes', 'genre-autre'].includes(cle),
}
