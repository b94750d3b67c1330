import { colonne, type Fait, mesure } from '../fait'

/** How long persons waited for the place they entered, in days. The count of entries guards the medians. */
export const attentes: Fait = {
  nom: 'attentes',
  fonction: 'attentes',
  axe: 'DISPOSITIF',
  colonnes: () => [
    colonne('arrivees', 'Entrées par orientation', { seuil: 'SIMPLE', decimales: 0, unite: 'entrées' }),
    mesure('q1', 'Premier quart', { gardes: ['arrivees'], profondeur: 1 }),
    mesure('mediane', 'Médiane', { gardes: ['arrivees'], profondeur: 1 }),
    mesure('q3', 'Dernier quart', { gardes: ['arrivees'], profondeur: 1 }),
  ],
}

/** Stays ended on a higher step of a pathway. What is not one is implied. */
export const montees: Fait = {
  nom: 'montees',
  fonction: 'montees',
  axe: 'DISPOSITIF',
  colonnes: () => [
    colonne('montees', 'Montées', { seuil: 'SIMPLE' }),
    colonne('montees/non', 'Autres sorties', { seuil: 'SIMPLE', publie: false }),
    // Never shown here, but « sorties » shows it: what is left hidden must stand against that.
    colonne('montees/toutes', 'Sorties', { seuil: 'SIMPLE', atomes: ['montees', 'montees/non'], poids: 3 }),
  ],
}
