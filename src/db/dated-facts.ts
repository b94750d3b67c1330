import 'server-only'
import { type CivilDate, fromDatabaseDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { changeBetween } from '@/domain/places/periode'
import { type RegleSejour, regleSejourSchema } from '@/domain/places/sejour'
import type { Transaction } from './transaction'

type Dates = { du: CivilDate; au: CivilDate }
type Dated = { du: Date; au: Date | null }
type CapaciteDite = { places: number; source: string | null }

/** The authorised places of the nights, changed between two dates only; before and after, the device says what it said. */
export async function changeCapacite(
  tx: Transaction,
  dispositifId: string,
  dates: Dates,
  change: (before: CapaciteDite | null) => CapaciteDite,
): Promise<void> {
  const known = await tx.capacite.findMany({
    where: { dispositifId, mode: { not: 'PAR_JOUR' } },
    orderBy: { du: 'desc' },
  })
  const mode = known[0]?.mode ?? 'NUIT'
  const rows = known.filter((row) => row.mode === mode)
  const pieces = changeBetween<CapaciteDite>(rows.map(toPeriode), dates, change)
  await tx.capacite.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  await tx.capacite.createMany({
    data: pieces.map(({ fait, ...span }) => ({
      dispositifId,
      mode,
      places: fait.places,
      source: fait.source,
      ...toDates(span),
    })),
  })
}

/** The stay rule, changed between two dates only; before and after, it goes on. */
export async function changeRegle(
  tx: Transaction,
  dispositifId: string,
  dates: Dates,
  change: (before: RegleSejour | null) => RegleSejour,
): Promise<void> {
  const rows = await tx.regleSejour.findMany({ where: { dispositifId } })
  const pieces = changeBetween<RegleSejour>(rows.map(toPeriode), dates, change)
  await tx.regleSejour.deleteMany({ where: { dispositifId } })
  await tx.regleSejour.createMany({
    data: pieces.map(({ fait, ...span }) => ({
      dispositifId,
      ...regleSejourSchema.parse(fait),
      ...toDates(span),
    })),
  })
}

function toPeriode<Row extends Dated>(row: Row) {
  return { du: fromDatabaseDate(row.du), au: row.au === null ? null : fromDatabaseDate(row.au), fait: row }
}

function toDates({ du, au }: { du: CivilDate; au: CivilDate | null }) {
  return { du: toDatabaseDate(du), au: au === null ? null : toDatabaseDate(au) }
}
