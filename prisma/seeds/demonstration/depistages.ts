import type { Fenetre } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

const SOUVENT = 0.06

/** How many of each test for ten persons who ask for one: most want VIH and hépatite C. */
const tests: Readonly<Record<string, number>> = {
  'trod-vih': 9,
  'trod-vhc': 8,
  'trod-vhb': 4,
  'trod-syphilis': 3,
}

/** Adds the tests done at stops where somebody was met, never their results. Drawn apart: nothing else moves. */
export function addDepistages(lignes: Lignes, { graine }: Fenetre): void {
  const hasard = new Hasard(graine, 'dépistages')
  const met = new Set(lignes.rencontres.map(({ arretId }) => arretId))
  for (const { id: arretId, arrivee } of lignes.arrets) {
    if (!met.has(arretId) || !hasard.chance(SOUVENT)) continue
    const personnes = hasard.between(1, 3)
    for (const [articleCode, pourDix] of Object.entries(tests)) {
      const quantite = Array.from({ length: personnes }, () => hasard.chance(pourDix / 10)).filter(
        Boolean,
      ).length
      if (quantite > 0)
        lignes.materiels.push({
          id: hasard.id(new Date(arrivee)),
          arretId,
          articleCode,
          sens: 'REALISE',
          quantite,
        })
    }
  }
}
