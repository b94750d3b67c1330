import { contacts as fait } from '../faits/contacts'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** People met, the same person counted each time. */
export const contacts: Indicateur = {
  id: 'contacts',
  version: 1,
  theme: 'Rencontres',
  nom: 'Contacts',
  definition:
    'Personnes rencontrées aux arrêts des maraudes, connues et nouvelles. Une personne rencontrée trois fois compte trois fois.',
  unite: 'contacts',
  decimales: 0,
  source: 'Rencontres des arrêts comptés',
  limites: [
    'Ce n’est pas une file active : aucun dossier ne permet de compter des personnes distinctes.',
    'Quand deux corrections d’un arrêt se contredisent, une seule compte jusqu’à ce qu’une personne tranche.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle === 'contacts',
}
