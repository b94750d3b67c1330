import { materiel as fait } from '../faits/materiel'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Units recovered from people or picked up in the street. */
export const materielRecupere: Indicateur = {
  id: 'materiel-recupere',
  version: 1,
  theme: 'Matériel',
  nom: 'Matériel récupéré',
  definition:
    'Unités rendues par les personnes ou ramassées dans la rue pendant les maraudes, par groupe et par article.',
  unite: 'unités',
  decimales: 0,
  source: 'Matériel récupéré aux arrêts comptés',
  limites: [
    'Souvent estimé : un conteneur se pèse ou se jauge, il ne se compte pas.',
    'Maraudes seulement : ni accueil fixe, ni automate.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle.startsWith('RECUPERE'),
}
