import { materiel as fait } from '../faits/materiel'
import type { Indicateur } from '../indicateur'

/** Syringes recovered for a hundred given. */
export const tauxRecuperation: Indicateur = {
  id: 'taux-recuperation',
  version: 1,
  theme: 'Matériel',
  nom: 'Taux de récupération des seringues',
  definition:
    'Seringues usagées récupérées pour cent seringues données pendant la période, kits compris. C’est le taux du rapport ASA-CAARUD.',
  unite: '%',
  decimales: 1,
  source: 'Matériel donné et récupéré aux arrêts comptés',
  limites: [
    'Les seringues ramassées dans la rue y sont : le taux peut passer cent.',
    'Un conteneur rendu plein n’y compte que par les seringues que l’équipe a notées.',
    'Secret quand l’un des comptes l’est.',
    'À partir de l’EPT.',
  ],
  dimensions: ['departement', 'ept', 'territoire'],
  fait,
  shows: ({ cle }) => cle === 'taux-recuperation',
}
