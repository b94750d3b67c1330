import type { DestinationSortie } from '@/db/generated/enums'
import type { Issue } from '@/domain/orientations/motifs'
import type { Acquis } from '@/domain/places/place'
import type { DispositifDemonstration } from './chambres'
import { type Fenetre, plusMinutes } from './fenetre'
import type { Hasard, Poids } from './hasard'
import type { Lignes } from './lignes'

/** Where somebody goes, and what the stay brought, by device. */
type Issues = {
  destinations: Poids<DestinationSortie>
  acquis: readonly Acquis[]
  /** how many the team ticks */
  nombre: readonly [number, number]
  /** looked at again three and six months later */
  suivi: boolean
}

const issues: Readonly<Record<DispositifDemonstration, Issues>> = {
  'sleep-in-urgence': {
    destinations: { RUE: 62, URGENCE: 14, INCONNUE: 12, SEJOUR_CONTINU: 4, TIERS: 4, SOIN: 3, HOTEL: 1 },
    acquis: ['REPOS', 'HYGIENE', 'PAROLE', 'LIEN'],
    nombre: [0, 2],
    suivi: false,
  },
  'sleep-in-continu': {
    destinations: {
      HOTEL: 30,
      RUE: 22,
      HEBERGEMENT: 14,
      SOIN: 12,
      INCONNUE: 11,
      TIERS: 6,
      URGENCE: 4,
      INCARCERATION: 1,
    },
    acquis: ['REPOS', 'ALIMENTATION', 'HYGIENE', 'PAROLE', 'SOINS', 'LIEN'],
    nombre: [1, 4],
    suivi: true,
  },
  'assore-hotel': {
    destinations: {
      HEBERGEMENT: 32,
      LOGEMENT: 22,
      RUE: 12,
      SOIN: 11,
      TIERS: 9,
      INCONNUE: 9,
      INCARCERATION: 3,
      DECES: 2,
    },
    acquis: ['REPOS', 'ALIMENTATION', 'HYGIENE', 'SOINS', 'DROITS', 'LIEN', 'PROJET'],
    nombre: [1, 5],
    suivi: true,
  },
  'phase-appartements': {
    destinations: { LOGEMENT: 45, HEBERGEMENT: 28, SOIN: 10, TIERS: 8, RUE: 5, INCONNUE: 4 },
    acquis: ['SOINS', 'DROITS', 'LIEN', 'PROJET', 'PAROLE'],
    nombre: [2, 5],
    suivi: true,
  },
  'le-pavillon-hebergement': {
    destinations: { LOGEMENT: 60, HEBERGEMENT: 25, SOIN: 8, TIERS: 7 },
    acquis: ['SOINS', 'DROITS', 'LIEN', 'PROJET', 'PAROLE', 'ALIMENTATION'],
    nombre: [3, 6],
    suivi: true,
  },
}

/** How a stay ends: where to, and in whose words. */
export type Fin = { destination: DestinationSortie; issue: Issue }

const ailleurs: readonly DestinationSortie[] = ['SEJOUR_CONTINU', 'HOTEL', 'HEBERGEMENT', 'LOGEMENT', 'SOIN']
const MINUTES_PAR_MOIS = 30.4 * 24 * 60

export function drawFin(hasard: Hasard, dispositif: DispositifDemonstration): Fin {
  const destination = hasard.weighted(issues[dispositif].destinations)
  if (destination === 'INCONNUE') return { destination, issue: 'INCONNUE' }
  if (ailleurs.includes(destination))
    return { destination, issue: hasard.chance(0.7) ? 'PASSAGE' : 'FIN_PREVUE' }
  return { destination, issue: hasard.weighted({ FIN_PREVUE: 72, DEPART: 25, FIN_PAR_STRUCTURE: 3 }) }
}

/** Adds the exit of a stay, with what the team ticked and, when time has passed, the checks at three and six months. */
export function addSortie(
  lignes: Lignes,
  hasard: Hasard,
  { now }: Fenetre,
  sejour: { id: string; fin: Date; dispositif: DispositifDemonstration },
  { destination, issue }: Fin,
): void {
  const { acquis, nombre, suivi } = issues[sejour.dispositif]
  const check = (mois: number) =>
    suivi && plusMinutes(sejour.fin, mois * MINUTES_PAR_MOIS) < now && hasard.chance(0.7)
      ? hasard.chance(0.7)
      : null
  lignes.sorties.push({
    id: hasard.id(sejour.fin),
    occupationId: sejour.id,
    destination,
    motif: issue,
    acquis: hasard.some(acquis, hasard.between(...nombre)),
    le: sejour.fin,
    verifiee3: check(3),
    verifiee6: check(6),
  })
}
