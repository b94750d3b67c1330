import { type Chambre, series, type Traits } from './chambre'

/** 61 hotels and 610 rooms; numbers, never names nor addresses. */
const CHAMBRES_PAR_HOTEL = [10, ...Array.from({ length: 12 }, () => [10, 8, 12, 6, 14]).flat()]
/** The first seven hotels have 70 rooms between them: the unit that Gaïa holds. */
const HOTELS_DE_GAIA = 7
/** Hotels that take women only. */
const HOTELS_DE_FEMMES = [5, 18, 27, 33, 46, 52, 59]
/** The last two opened together, for people counted on rounds. Days ago. */
const OUVERTS_ENSEMBLE: Readonly<Record<number, number>> = { 60: 420, 61: 418 }

/** Rooms that stand in some way tonight, as « hotel-room ». Twelve of the free ones are in Gaïa's hotels. */
const ceSoir: Readonly<Record<string, Traits['ceSoir']>> = {
  ...states('LIBRE', '01-06 01-09 02-03 02-10 03-05 04-02 04-07 04-12 05-04 06-08 07-03 07-09'),
  ...states('LIBRE', '11-06 14-03 16-02 18-04 20-03 23-07 27-02 30-05 34-01 39-08 41-11 44-06 48-02 51-08'),
  ...states('LIBRE', '55-04 58-07 60-03 61-09'),
  ...states('A_PREPARER', '09-04 21-02 33-05 47-01 54-07'),
  ...states('FERMEE', '13-03 29-06 50-02'),
}

function states(state: Traits['ceSoir'], rooms: string): Record<string, Traits['ceSoir']> {
  return Object.fromEntries(rooms.split(' ').map((room) => [room, state]))
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

function traitsOf(hotel: number, room: number): Traits {
  const forWomen = HOTELS_DE_FEMMES.includes(hotel)
  return {
    chambre: `Hôtel ${twoDigits(hotel)}`,
    public: forWomen ? 'FEMMES' : 'MIXTE',
    couple: !forWomen && room <= 2,
    plainPied: hotel % 3 === 0 && room <= 3,
    animaux: hotel % 4 === 2 && room >= 6,
    ceSoir: ceSoir[`${twoDigits(hotel)}-${twoDigits(room)}`] ?? null,
    ouverteIlYA: OUVERTS_ENSEMBLE[hotel] ?? null,
    unite: hotel <= HOTELS_DE_GAIA ? 'GAIA' : null,
  }
}

/** Assore: every room of every hotel. */
export const chambresAssore: readonly Chambre[] = CHAMBRES_PAR_HOTEL.flatMap((rooms, index) =>
  series(
    (room) => `Chambre ${twoDigits(index + 1)}-${twoDigits(room)}`,
    1,
    rooms,
    (room) => traitsOf(index + 1, room),
  ),
)

/** Places opened at once for a crisis: how many, how many days ago, until how many days from tonight. */
export const ouvertureDeCrise = {
  places: 70,
  ilYA: 9,
  reste: 26,
  motif: 'Évacuation d’un campement',
} as const

/** They have no number of their own in any hotel: seventy anonymous units, a third of them not given yet. */
export const chambresDeCrise: readonly Chambre[] = series(
  (number) => `Place ${number}`,
  1,
  ouvertureDeCrise.places,
  (number) => ({
    chambre: 'Ouverture de crise',
    anonyme: true,
    ceSoir: number % 3 === 0 ? 'LIBRE' : null,
    ouverteIlYA: ouvertureDeCrise.ilYA,
    unite: 'CRISE',
  }),
)
