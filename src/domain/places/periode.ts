import type { CivilDate } from '../commun/civil-date'

/** A dated fact: true from `du`, until the eve of `au` (null: until further notice). */
export type Periode<Fait> = { du: CivilDate; au: CivilDate | null; fait: Fait }

/**
 * The same facts, changed between two dates only: before and after, each period says what it said. Where nothing was said,
 * `change(null)` says it (or nothing, when it gives null).
 */
export function changeBetween<Fait>(
  periodes: readonly Periode<Fait>[],
  { du, au }: { du: CivilDate; au: CivilDate },
  change: (fait: Fait | null) => Fait | null,
): Periode<Fait>[] {
  const sorted = periodes.toSorted((a, b) => (a.du < b.du ? -1 : 1))
  const pieces = sorted.flatMap((periode) => cut(periode, du, au, change))
  return [...pieces, ...fillGaps(sorted, du, au, change)].toSorted((a, b) => (a.du < b.du ? -1 : 1))
}

function cut<Fait>(
  { du, au, fait }: Periode<Fait>,
  from: CivilDate,
  to: CivilDate,
  change: (fait: Fait | null) => Fait | null,
): Periode<Fait>[] {
  if (du >= to || (au !== null && au <= from)) return [{ du, au, fait }]
  const changed = change(fait)
  const inside = { du: later(du, from), au: earlier(au, to) }
  return [
    ...(du < from ? [{ du, au: from, fait }] : []),
    ...(changed === null ? [] : [{ ...inside, fait: changed }]),
    ...(au === null || au > to ? [{ du: to, au, fait }] : []),
  ]
}

function fillGaps<Fait>(
  sorted: readonly Periode<Fait>[],
  from: CivilDate,
  to: CivilDate,
  change: (fait: Fait | null) => Fait | null,
): Periode<Fait>[] {
  const said = change(null)
  if (said === null) return []
  const gaps: Periode<Fait>[] = []
  let reached: CivilDate | null = from
  for (const { du, au } of sorted) {
    if (reached === null || reached >= to) break
    if (du > reached) gaps.push({ du: reached, au: earlier(du, to), fait: said })
    if (au === null || au > reached) reached = au
  }
  if (reached !== null && reached < to) gaps.push({ du: reached, au: to, fait: said })
  return gaps
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b
}

function earlier(a: CivilDate | null, b: CivilDate): CivilDate {
  return a !== null && a < b ? a : b
}
