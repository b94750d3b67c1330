import type { PublicPlace } from '@/db/generated/enums'
import type { Bureau } from './comptes'

/** How a place must stand when the demonstration opens; the others follow chance. */
export type EtatCeSoir = 'LIBRE' | 'TENUE' | 'A_PREPARER' | 'FERMEE'

/** One place to make. `ouverteIlYA`: days since it opened, when it is not one of the first. */
export type Chambre = {
  libelle: string
  chambre: string | null
  public: PublicPlace
  couple: boolean
  animaux: boolean
  plainPied: boolean
  anonyme: boolean
  ceSoir: EtatCeSoir | null
  ouverteIlYA: number | null
}

type Traits = Partial<Omit<Chambre, 'libelle'>>

const ordinaire: Omit<Chambre, 'libelle'> = {
  chambre: null,
  public: 'MIXTE',
  couple: false,
  animaux: false,
  plainPied: false,
  anonyme: false,
  ceSoir: null,
  ouverteIlYA: null,
}

/** `count` places named after their number, with what sets some of them apart. */
function series(
  name: (number: number) => string,
  from: number,
  to: number,
  traits: (number: number) => Traits,
): Chambre[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).map((number) => ({
    ...ordinaire,
    libelle: name(number),
    ...traits(number),
  }))
}

/** What holds for some numbers only. */
const some = (numbers: readonly number[], number: number, traits: Traits): Traits =>
  numbers.includes(number) ? traits : {}

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

/** Hotels have letters, never names nor addresses. The last two opened together, for people counted on rounds. */
const hotels: readonly [letter: string, rooms: number, traits: (room: number) => Traits][] = [
  ['A', 10, (room) => ({ couple: room <= 2, ...some([6], room, { ceSoir: 'LIBRE' }) })],
  ['B', 8, (room) => ({ couple: room <= 2, animaux: room >= 6, ...some([3], room, { ceSoir: 'FERMEE' }) })],
  [
    'C',
    7,
    (room) => ({ public: 'FEMMES', plainPied: room <= 3, ...some([5], room, { ceSoir: 'A_PREPARER' }) }),
  ],
  ['D', 12, (room) => ({ couple: room <= 3, ouverteIlYA: 420, ...some([3, 9], room, { ceSoir: 'LIBRE' }) })],
  ['E', 8, (room) => ({ couple: room === 1, plainPied: true, ouverteIlYA: 418 })],
]
// Two digits for every room, so that labels sort by hotel then by room.
const PREMIERE_CHAMBRE = 10
const assore = hotels.flatMap(([letter, rooms, traits]) =>
  series((room) => `Hôtel ${letter} · ${PREMIERE_CHAMBRE + room}`, 1, rooms, traits),
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

const anonymes = (name: string, count: number) =>
  series(
    (number) => `${name} ${number}`,
    1,
    count,
    () => ({ anonyme: true }),
  )

export const dispositifsDemonstration = [
  'sleep-in-urgence',
  'sleep-in-continu',
  'sleep-in-repos',
  'csapa-110-les-halles-repos',
  'assore-hotel',
  'le-pavillon-hebergement',
  'phase-appartements',
] as const
/** Slug of a device that has places here. */
export type DispositifDemonstration = (typeof dispositifsDemonstration)[number]

/** Places of each device. Assore's are a sample of its rooms. */
export const chambres: Readonly<Record<DispositifDemonstration, readonly Chambre[]>> = {
  'sleep-in-urgence': urgence,
  'sleep-in-continu': continu,
  'sleep-in-repos': anonymes('Fauteuil', 15),
  'csapa-110-les-halles-repos': anonymes('Lit de repos', 10),
  'assore-hotel': assore,
  'le-pavillon-hebergement': pavillon,
  'phase-appartements': phase,
}

/** The desk that answers for each device. */
export const accueils: Readonly<Record<DispositifDemonstration, Bureau>> = {
  'sleep-in-urgence': 'sleep-in',
  'sleep-in-continu': 'sleep-in',
  'sleep-in-repos': 'sleep-in',
  'csapa-110-les-halles-repos': 'csapa-110-les-halles',
  'assore-hotel': 'assore',
  'le-pavillon-hebergement': 'le-pavillon',
  'phase-appartements': 'phase',
}
