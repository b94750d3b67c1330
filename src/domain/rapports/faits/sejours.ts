import { libellesAcquis, libellesDestination } from '@/domain/places/place'
import { colonne, type Fait, mesure } from '../fait'

const destinations = Object.entries(libellesDestination)
const acquisConnus = Object.entries(libellesAcquis)

/** Stays begun. */
export const entrees: Fait = {
  nom: 'entrees',
  fonction: 'sejours',
  axe: 'DISPOSITIF',
  colonnes: () => [colonne('entrees', 'Entrées', { seuil: 'SIMPLE' })],
}

/** Stays ended, by destination. Where a person goes (care, prison, death) says much of them: threshold of health. */
export const sorties: Fait = {
  nom: 'sorties',
  fonction: 'sejours',
  axe: 'DISPOSITIF',
  colonnes: () => [
    colonne('sorties', 'Sorties', {
      seuil: 'SIMPLE',
      atomes: destinations.map(([destination]) => `sorties/${destination}`),
      poids: 3,
    }),
    ...destinations.map(([destination, libelle]) =>
      colonne(`sorties/${destination}`, libelle, { seuil: 'SANTE', profondeur: 2 }),
    ),
  ],
}

/** What stays brought, one heading apart from another: a stay may have several. What is not ticked is implied. */
export const acquis: Fait = {
  nom: 'acquis',
  fonction: 'sejours',
  axe: 'DISPOSITIF',
  colonnes: () =>
    acquisConnus.flatMap(([cle, libelle]) => [
      colonne(`acquis/${cle}`, libelle, { seuil: 'SANTE', profondeur: 1 }),
      colonne(`acquis/${cle}/non`, `${libelle} : non`, { seuil: 'SANTE', publie: false }),
      // Never shown here, but « sorties » shows it: what is left hidden must stand against that.
      colonne(`acquis/${cle}/toutes`, 'Sorties', {
        seuil: 'SIMPLE',
        atomes: [`acquis/${cle}`, `acquis/${cle}/non`],
        poids: 3,
      }),
    ]),
}

/** How long ended stays lasted, in nights. Their count guards the medians; it is « sorties » that shows it. */
export const durees: Fait = {
  nom: 'durees',
  fonction: 'durees',
  axe: 'DISPOSITIF',
  colonnes: () => [
    colonne('sorties', 'Séjours finis', { seuil: 'SIMPLE' }),
    mesure('q1', 'Premier quart', { gardes: ['sorties'], profondeur: 1 }),
    mesure('mediane', 'Médiane', { gardes: ['sorties'], profondeur: 1 }),
    mesure('q3', 'Dernier quart', { gardes: ['sorties'], profondeur: 1 }),
  ],
}
