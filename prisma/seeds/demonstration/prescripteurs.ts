import type { Chambre } from './chambre'
import type { DispositifDemonstration } from './chambres'
import type { Bureau } from './comptes'
import type { Hasard, Poids } from './hasard'

const rue: Poids<Bureau> = {
  'gaia-caarud': 22,
  'espace-repos-porte-de-la-chapelle': 13,
  'caarud-ego': 16,
  'hsa-paris': 8,
  'csapa-110-les-halles': 8,
  'caarud-proses-saint-denis': 14,
  'caarud-proses-montreuil': 6,
  'caarud-aurore-93': 6,
  'equipe-de-rue-charonne': 6,
}
/** Gaïa's teams: the rooms lent to Gaïa are theirs to give, and they take no other while one is left. */
const gaia: Poids<Bureau> = { 'gaia-caarud': 22, 'espace-repos-porte-de-la-chapelle': 13, 'hsa-paris': 8 }
const suite: Poids<Bureau> = { ...rue, 'sleep-in': 14, 'csapa-ego': 8, 'equipe-de-rue-charonne': 1 }

/** Who sends whom where, and how often. A third of the requests for the Pavillon come from Seine-Saint-Denis. */
const prescripteurs: Readonly<Record<DispositifDemonstration, Poids<Bureau>>> = {
  'sleep-in-urgence': rue,
  'sleep-in-continu': suite,
  'assore-hotel': {
    ...suite,
    'gaia-caarud': 0,
    'espace-repos-porte-de-la-chapelle': 0,
    'hsa-paris': 0,
  },
  'le-pavillon-hebergement': {
    'caarud-proses-saint-denis': 20,
    'caarud-proses-montreuil': 15,
    'caarud-aurore-93': 8,
    'gaia-caarud': 16,
    'caarud-ego': 14,
    assore: 27,
  },
  'phase-appartements': { 'csapa-ego': 30, 'caarud-ego': 18, assore: 30, 'sleep-in': 10, 'gaia-caarud': 12 },
}

/** The desk or team that asks; for a woman, often the one that women come to. */
export function drawPrescripteur(
  hasard: Hasard,
  dispositif: DispositifDemonstration,
  femme: boolean,
  unite: Chambre['unite'] = null,
): Bureau {
  if (unite === 'GAIA') return hasard.weighted(gaia)
  if (femme && hasard.chance(0.25)) return 'espace-femmes-charonne'
  return hasard.weighted(prescripteurs[dispositif])
}
