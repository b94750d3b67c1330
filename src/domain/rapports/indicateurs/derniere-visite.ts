import { visites as fait } from '../faits/visites'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Days since a round last stopped there. */
export const derniereVisite: Indicateur = {
  id: 'derniere-visite',
  version: 1,
  theme: 'Présence',
  nom: 'Jours depuis la dernière visite',
  definition:
    'Jours entre la dernière nuit où une maraude s’est arrêtée dans la commune et la dernière nuit comptée de la période. Un EPT, un territoire ou un département a la plus récente de ses communes. Une maraude sans arrêt visite son secteur.',
  unite: 'jours',
  decimales: 0,
  source: 'Maraudes, et leurs arrêts comptés',
  limites: [
    '« Sans objet » : aucune maraude ne s’y est jamais arrêtée, dans tout ce que Maillage connaît.',
    'La visite peut être d’avant la période.',
    'Une visite de cinq minutes compte comme une nuit entière : les heures disent le reste.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: () => true,
}
