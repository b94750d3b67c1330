import type { PublicPlace } from '@/db/generated/enums'

/** How a place must stand when the demonstration opens; the others follow chance. */
export type EtatCeSoir = 'LIBRE' | 'TENUE' | 'A_PREPARER' | 'FERMEE'

/**
 * One place to make. `ouverteIlYA`: days since it opened, when it is not one of the first. `unite`: set apart, for the partner of a loan
 * or for the time of a crisis.
 */
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
  unite: 'GAIA' | 'CRISE' | null
}

/** What sets a place apart from an ordinary one. */
export type Traits = Partial<Omit<Chambre, 'libelle'>>

const ordinaire: Omit<Chambre, 'libelle'> = {
  chambre: null,
  public: 'MIXTE',
  couple: false,
  animaux: false,
  plainPied: false,
  anonyme: false,
  ceSoir: null,
  ouverteIlYA: null,
  unite: null,
}

/** Places named after their number, with what sets some of them apart. */
export function series(
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
export const some = (numbers: readonly number[], number: number, traits: Traits): Traits =>
  numbers.includes(number) ? traits : {}
