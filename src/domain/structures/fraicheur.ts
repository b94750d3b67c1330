import { type CivilDate, toParis } from '../commun/civil-date'
import type { ChampAVerifier } from './listes'

/** A sheet confirmed less than this many months ago is held for true. */
export const MOIS_AVANT_CONFIRMATION = 6
/** Beyond, it is out of date. */
export const MOIS_AVANT_PEREMPTION = 12

/** How far a sheet can be trusted, from when somebody of the structure last confirmed it. */
export type Fraicheur = 'CONFIRMEE' | 'A_CONFIRMER' | 'PERIMEE' | 'JAMAIS'

/** The rule: under 6 whole months CONFIRMEE, under 12 A_CONFIRMER, then PERIMEE. Calendar months, Europe/Paris. */
export function fraicheur(confirmeeLe: Date | null, now: Date): Fraicheur {
  if (confirmeeLe === null) return 'JAMAIS'
  const months = wholeMonths(toParis(confirmeeLe).date, toParis(now).date)
  if (months < MOIS_AVANT_CONFIRMATION) return 'CONFIRMEE'
  return months < MOIS_AVANT_PEREMPTION ? 'A_CONFIRMER' : 'PERIMEE'
}

function wholeMonths(from: CivilDate, to: CivilDate): number {
  const [years, months, days] = [0, 5, 8].map((at) => [part(from, at), part(to, at)] as const)
  if (!years || !months || !days) return 0
  return (years[1] - years[0]) * 12 + months[1] - months[0] - (days[1] < days[0] ? 1 : 0)
}

function part(date: CivilDate, at: number): number {
  return Number(date.slice(at, at === 0 ? 4 : at + 2))
}

/** Which facts the sheet states: one that is empty cannot be confirmed, it stays to be found out. */
export type FaitsEnonces = Readonly<Record<ChampAVerifier, boolean>>

/** What is left « à vérifier » once the structure has said that everything stated is right. */
export function champsRestants(
  aVerifier: readonly ChampAVerifier[],
  enonces: FaitsEnonces,
): ChampAVerifier[] {
  return aVerifier.filter((champ) => !enonces[champ])
}
