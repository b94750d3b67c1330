import { colonne, type Fait, mesure } from '../fait'

/**
 * Persons at the door of rest spaces: let in, or sent away for want of room, women apart. The peak is the most persons one space had
 * at once; what a split leaves unsaid can be had by subtraction, so it is protected too.
 */
export const repos: Fait = {
  nom: 'repos',
  fonction: 'repos',
  axe: 'DISPOSITIF',
  colonnes: () => [
    ...atTheDoor('passages', 'Passages'),
    ...atTheDoor('refus', 'Refus faute de place'),
    mesure('pointe', 'Présents au plus', { gardes: ['passages'], decimales: 0 }),
  ],
}

function atTheDoor(cle: string, libelle: string) {
  return [
    colonne(cle, libelle, { seuil: 'SIMPLE', atomes: [`${cle}/femmes`, `${cle}/autres`], poids: 3 }),
    colonne(`${cle}/femmes`, 'Dont femmes', { seuil: 'SIMPLE', profondeur: 1 }),
    colonne(`${cle}/autres`, 'Autres', { seuil: 'SIMPLE', publie: false }),
  ]
}
