import { incidents as fait } from '../faits/actes'
import { dimensionsTerritoire, type Indicateur } from '../indicateur'

/** Incidents that teams noted, without any identity. */
export const incidents: Indicateur = {
  id: 'incidents',
  version: 1,
  theme: 'Actes',
  nom: 'Incidents',
  definition:
    'Personnes concernées par un incident noté à un arrêt : surdose, naloxone administrée, accident d’exposition au sang, violence, autre.',
  unite: 'personnes',
  decimales: 0,
  source: 'Incidents des arrêts comptés',
  limites: [
    'Une personne qui fait une surdose et reçoit la naloxone compte deux fois quand l’équipe a noté les deux.',
    'Par nature, à partir de l’EPT ; par commune, le total seulement.',
  ],
  dimensions: dimensionsTerritoire,
  fait,
  shows: () => true,
}
