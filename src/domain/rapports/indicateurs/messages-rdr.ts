import { messages as fait } from '../faits/actes'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Messages of harm reduction said to persons. */
export const messagesRdr: Indicateur = {
  id: 'messages-rdr',
  version: 1,
  theme: 'Actes',
  nom: 'Messages de réduction des risques',
  definition:
    'Personnes à qui un message de réduction des risques a été dit, carte par carte. Une personne qui en reçoit deux compte deux fois.',
  unite: 'personnes × messages',
  decimales: 0,
  source: 'Messages des arrêts comptés',
  limites: ['La carte dite n’est pas montrée : elle dirait un produit.'],
  dimensions: dimensionsTerritoire,
  fait,
  shows: () => true,
}
