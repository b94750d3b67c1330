import { colonne, type Fait, mesure } from '../fait'

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
    colonne('nuitees', 'Nuitées', { seuil: 'SIMPLE', atomes: ['occupee', 'supplement'], poids: 2 }),
    // Nights of the second person of a couple: what nuitées and occupied places give by difference.
    colonne('supplement', 'Nuitées à deux', { seuil: 'SIMPLE', publie: false }),
    colonne('fermees', 'Fermées', { seuil: 'AUCUN', atomes: ['fermee'] }),
    mesure('taux-occupation', 'Occupées pour 100 ouvertes', {
      gardes: ['ouvertes', 'occupees'],
      taux: { part: ['occupees'], tout: ['ouvertes'] },
    }),
  ],
}
