import { colonne, type Fait } from '../fait'

/** Hours shared among the communes of each closed round. They describe a team, not the persons met: no threshold. */
export const heures: Fait = {
  nom: 'heures',
  fonction: 'heures',
  axe: 'TERRITOIRE',
  diviseur: 3_600_000,
  colonnes: () => [colonne('heures', 'Heures de maraude', { seuil: 'AUCUN' })],
}

/** Rounds, once by commune and once in all. `ouvertes`: not closed yet, so their hours are missing. */
export const maraudes: Fait = {
  nom: 'maraudes',
  fonction: 'maraudes',
  axe: 'TERRITOIRE',
  colonnes: () => [
    colonne('maraudes', 'Maraudes', { seuil: 'AUCUN' }),
    colonne('ouvertes', 'Maraudes non closes', { seuil: 'AUCUN' }),
  ],
}
