import { daysBetween } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Ligne } from '@/domain/rapports/axes'
import type { Donnees } from './types'
import { type Attendu, departementOf, isWithin, type Nuits, sentIn } from './mesures'

/** Hours from the wish to the answer and to the place, line by line: counts, medians and quartiles. */
export function countDelays(donnees: Donnees, nuits: Nuits, axe: readonly Ligne[]): Attendu {
  const attendu: Attendu = new Map()
  const sent = sentIn(donnees, nuits)
  for (const { cle, atomes } of axe) {
    const here = sent.filter(({ from, to }) =>
      atomes.includes(`${departementOf(donnees, from)}>${to === null ? '' : departementOf(donnees, to)}`),
    )
    for (const nom of ['reponse', 'placee'] as const) {
      const done = here.filter((each) => each[nom] !== null)
      const hours = done.map((each) => ((each[nom]?.getTime() ?? 0) - each.souhait.getTime()) / 3_600_000)
      const prefix = nom === 'placee' ? 'place' : nom
      const later = here.filter((each) => each[nom] === null)
      note(attendu, `${cle} ${prefix}`, done.length, personsOf(done))
      note(attendu, `${cle} ${prefix}/pas-encore`, later.length, personsOf(later))
      note(attendu, `${cle} ${prefix}/toutes`, here.length, personsOf(here))
      noteQuartiles(attendu, `${cle} ${prefix}/`, hours, personsOf(done))
    }
  }
  return attendu
}

/** Nights of ended stays, line by line. */
export function countLengths({ sejours }: Donnees, nuits: Nuits, axe: readonly Ligne[]): Attendu {
  const attendu: Attendu = new Map()
  const ended = sejours.filter(({ fin }) => isWithin(workDayOf(fin), nuits))
  for (const { cle, atomes } of axe) {
    const here = ended.filter(({ side }) => atomes.includes(side.dispositif))
    const lengths = here.map(({ debut, fin }) => Math.max(1, daysBetween(workDayOf(debut), workDayOf(fin))))
    note(attendu, `${cle} sorties`, here.length, personsOf(here))
    noteQuartiles(attendu, `${cle} `, lengths, personsOf(here))
  }
  return attendu
}

function note(attendu: Attendu, key: string, valeur: number, effectif: number) {
  if (valeur > 0) attendu.set(key, { valeur, effectif })
}

/** First quarter, median and last quarter, where there is something to measure. */
export function noteQuartiles(attendu: Attendu, prefix: string, values: readonly number[], effectif: number) {
  if (values.length === 0) return
  attendu.set(`${prefix}q1`, { valeur: quantile(values, 0.25), effectif })
  attendu.set(`${prefix}mediane`, { valeur: quantile(values, 0.5), effectif })
  attendu.set(`${prefix}q3`, { valeur: quantile(values, 0.75), effectif })
}

/** Between the two values around it, as a school book says. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const rank = share * (sorted.length - 1)
  const below = sorted[Math.floor(rank)] ?? 0
  const above = sorted[Math.ceil(rank)] ?? below
  return below + (above - below) * (rank - Math.floor(rank))
}

function personsOf(rows: readonly { personnes: number }[]): number {
  return rows.reduce((sum, { personnes }) => sum + personnes, 0)
}
