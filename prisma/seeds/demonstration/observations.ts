import type { Annuaire } from './annuaire'
import { type Fenetre, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

/** Devices without places here, and what a call said: free places, how many minutes ago. The last call of one is a day old. */
const appels: Readonly<Record<string, readonly (readonly [libres: number, ilYA: number])[]>> = {
  'centre-marmottan-lits': [
    [0, 4600],
    [2, 1700],
    [1, 250],
  ],
  'espace-repos-porte-de-la-chapelle-repos': [
    [9, 3100],
    [3, 1500],
    [5, 50],
  ],
  'espace-femmes-charonne-repos': [
    [2, 3000],
    [0, 1600],
  ],
}

/** Adds what teams were told on the phone: dated words that age, never a count of places. */
export function addObservations(lignes: Lignes, annuaire: Annuaire, { graine, now }: Fenetre): void {
  const hasard = new Hasard(graine, 'observations')
  for (const [slug, dits] of Object.entries(appels)) {
    const { id: dispositifId } = annuaire.dispositif(slug)
    for (const [libres, ilYA] of dits) {
      const le = plusMinutes(now, -ilYA)
      lignes.observations_disponibilite.push({
        id: hasard.id(le),
        dispositifId,
        libres,
        le,
        source: 'l’accueil, au téléphone',
      })
    }
  }
}
