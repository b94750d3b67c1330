import { contacts as fait } from '../faits/contacts'
import type { Indicateur } from '../indicateur'

/** People met by age band. */
export const contactsParAge: Indicateur = {
  id: 'contacts-par-age',
  version: 1,
  theme: 'Rencontres',
  nom: 'Contacts par tranche d’âge',
  definition: 'Contacts, par tranche d’âge.',
  unite: 'contacts',
  decimales: 0,
  source: 'Rencontres des arrêts comptés',
  limites: [
    'Âge dit par la personne ou estimé par l’équipe.',
    'À partir de l’EPT ; par commune, voir « 18-24 ans » et « 60 ans et plus ».',
  ],
  dimensions: ['departement', 'ept', 'territoire'],
  fait,
  shows: ({ cle }) => cle === 'contacts' || cle === '18-24' || cle === '60-plus' || cle.startsWith('age/'),
}
