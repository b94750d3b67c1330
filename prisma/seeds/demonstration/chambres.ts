import { type Chambre, series, some } from './chambre'
import type { Bureau } from './comptes'
import { chambresAssore, chambresDeCrise } from './hotels'

const lit = (number: number) => `Lit ${number}`

const urgence: readonly Chambre[] = [
  ...series(lit, 1, 6, (number) => ({
    chambre: 'Chambre 1',
    public: 'FEMMES',
    plainPied: true,
    ...some([3], number, { ceSoir: 'LIBRE' }),
  })),
  ...series(lit, 7, 8, () => ({ chambre: 'Chambre 2', couple: true })),
  ...series(lit, 9, 12, (number) => ({
    chambre: 'Chambre 3',
    animaux: true,
    plainPied: true,
    ...some([11], number, { ceSoir: 'LIBRE' }),
  })),
  ...series(lit, 13, 20, (number) => ({
    chambre: 'Chambre 4',
    ...some([15], number, { ceSoir: 'TENUE' }),
    ...some([18], number, { ceSoir: 'LIBRE' }),
    ...some([20], number, { ceSoir: 'A_PREPARER' }),
  })),
  ...series(lit, 21, 30, (number) => ({
    chambre: 'Chambre 5',
    public: 'HOMMES',
    ...some([24], number, { ceSoir: 'LIBRE' }),
    ...some([30], number, { ceSoir: 'FERMEE' }),
  })),
]

const continu = series(
  (number) => `Chambre ${number}`,
  1,
  12,
  (number) => ({
    public: number <= 3 ? 'FEMMES' : 'MIXTE',
    plainPied: number <= 4,
    couple: number === 12,
    animaux: number === 11,
    ...some([2], number, { ceSoir: 'LIBRE' }),
    ...some([7], number, { ceSoir: 'TENUE' }),
    ...some([9], number, { ceSoir: 'A_PREPARER' }),
  }),
)

const pavillon = series(
  (number) => `Chambre ${number}`,
  1,
  10,
  (number) => ({
    plainPied: number <= 2,
    animaux: number === 10,
    ...some([6], number, { ceSoir: 'LIBRE' }),
  }),
)

const phase = (['A', 'B', 'C', 'D'] as const).flatMap((letter, index) =>
  series(
    (number) => `Appartement ${letter} · ${number}`,
    1,
    index < 2 ? 4 : 3,
    (number) => ({
      public: letter === 'D' ? 'FEMMES' : 'MIXTE',
      ...(letter === 'B' ? some([2], number, { ceSoir: 'LIBRE' }) : {}),
    }),
  ),
)

export const dispositifsDemonstration = [
  'sleep-in-urgence',
  'sleep-in-continu',
  'assore-hotel',
  'le-pavillon-hebergement',
  'phase-appartements',
] as const
/** Slug of a device that has places here. */
export type DispositifDemonstration = (typeof dispositifsDemonstration)[number]

/** Places of each device, at full size. */
export const chambres: Readonly<Record<DispositifDemonstration, readonly Chambre[]>> = {
  'sleep-in-urgence': urgence,
  'sleep-in-continu': continu,
  'assore-hotel': [...chambresAssore, ...chambresDeCrise],
  'le-pavillon-hebergement': pavillon,
  'phase-appartements': phase,
}

/** The desk that answers for each device. */
export const accueils: Readonly<Record<DispositifDemonstration, Bureau>> = {
  'sleep-in-urgence': 'sleep-in',
  'sleep-in-continu': 'sleep-in',
  'assore-hotel': 'assore',
  'le-pavillon-hebergement': 'le-pavillon',
  'phase-appartements': 'phase',
}
