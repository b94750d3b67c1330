import { type Fait, mesure } from '../fait'

/** How long ago a round stopped somewhere. It describes a team, not the persons met: nothing guards it. */
export const visites: Fait = {
  nom: 'visites',
  fonction: 'visites',
  axe: 'TERRITOIRE',
  colonnes: () => [mesure('derniere-visite', 'Jours depuis la dernière visite', { gardes: [] })],
}
