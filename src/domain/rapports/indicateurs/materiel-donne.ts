import { materiel as fait } from '../faits/materiel'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Units given, kits counted as their items. */
export const materielDonne: Indicateur = {
  id: 'materiel-donne',
  version: 1,
  theme: 'Matériel',
  nom: 'Matériel donné',
  definition:
    'Unités remises pendant les maraudes, par groupe et par article. Un kit compte pour ce qu’il contient, jamais comme une boîte.',
  unite: 'unités',
  decimales: 0,
  source: 'Matériel donné aux arrêts comptés',
  limites: [
    'Un test de dépistage n’est pas du matériel : il est dans « TROD réalisés ».',
    'Maraudes seulement : ni accueil fixe, ni automate, ni pharmacie.',
    'Par article, à partir de l’EPT ; par commune, les groupes seulement.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: ({ cle }) => cle.startsWith('DONNE'),
}
