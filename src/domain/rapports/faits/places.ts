import { colonne, type Fait } from '../fait'

/** Night places at 4 in the morning. Open places are a fact of the device; occupied ones are persons in stay. */
export const places: Fait = {
  nom: 'places',
  fonction: 'places',
  axe: 'DISPOSITIF',
  compteA4h: true,
  colonnes: () => [
    colonne('ouvertes', 'Nuits-places ouvertes', { seuil: 'AUCUN', atomes: ['occupee', 'libre'], poids: 3 }),
    colonne('occupees', 'Occupées', { seuil: 'SIMPLE', atomes: ['occupee'], profondeur: 1 }),
    colonne('libres', 'Libres', { seuil: 'AUCUN', atomes: ['libre'], profondeur: 1 }),
  ],
}
