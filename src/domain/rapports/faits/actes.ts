import { libellesIncident } from '@/domain/maraudes/listes'
import { colonne, type Fait } from '../fait'

const natures = Object.entries(libellesIncident)

/** Incidents noted at stops, in persons. They touch health. */
export const incidents: Fait = {
  nom: 'incidents',
  fonction: 'actes',
  axe: 'TERRITOIRE',
  colonnes: () => [
    colonne('incidents', 'Personnes concernées', {
      seuil: 'SANTE',
      atomes: natures.map(([nature]) => `incidents/${nature}`),
      poids: 3,
    }),
    ...natures.map(([nature, libelle]) =>
      colonne(`incidents/${nature}`, libelle, {
        seuil: 'SANTE',
        profondeur: 1,
        niveaux: ['EPT', 'TERRITOIRE', 'DEPARTEMENT', 'ENSEMBLE'],
      }),
    ),
  ],
}

/** Doses of naloxone that a team administered; the persons of the incident stand behind them. */
export const dosesNaloxone: Fait = {
  nom: 'doses-naloxone',
  fonction: 'actes',
  axe: 'TERRITOIRE',
  colonnes: () => [colonne('doses', 'Doses de naloxone administrées', { seuil: 'SANTE' })],
}

/** Persons told a message of harm reduction: what they use can be guessed from it. */
export const messages: Fait = {
  nom: 'messages',
  fonction: 'actes',
  axe: 'TERRITOIRE',
  colonnes: () => [colonne('messages', 'Messages de RdR', { seuil: 'SANTE' })],
}

/** Mediations with residents, shopkeepers or structures: acts of a team, no person served is counted. */
export const mediations: Fait = {
  nom: 'mediations',
  fonction: 'actes',
  axe: 'TERRITOIRE',
  colonnes: () => [colonne('mediations', 'Médiations', { seuil: 'AUCUN' })],
}
