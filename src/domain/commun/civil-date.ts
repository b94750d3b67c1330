import { z } from 'zod'

/** A day of the calendar, `YYYY-MM-DD`, without hour nor zone. */
export type CivilDate = string & z.$brand<'CivilDate'>

const MS_PER_DAY = 86_400_000
const PARIS = 'Europe/Paris'

const parisParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: PARIS,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Accepts `YYYY-MM-DD` for a day that exists (no 30 February), from 2000 to 2100. */
export const civilDateSchema = z
  .string()
  .refine(
    (text) => /^20\d\d-\d\d-\d\d$/.test(text) && toText(fromText(text)) === text,
    'Date attendue, par exemple 2026-11-23',
  )
  .brand<'CivilDate'>()

/** The literal as a civil date; throws when it is not one. */
export function civilDate(text: string): CivilDate {
  return civilDateSchema.parse(text)
}

/** The day and minute of the day (0 to 1439) that a clock in Paris shows at this instant. */
export function toParis(instant: Date): { date: CivilDate; minute: number } {
  const parts = Object.fromEntries(parisParts.formatToParts(instant).map(({ type, value }) => [type, value]))
  return {
    date: civilDate(`${parts.year}-${parts.month}-${parts.day}`),
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  }
}

/** The instant when Paris shows this day and minute. An hour that the spring change skips gives the instant just after it. */
export function fromParis(date: CivilDate, minute = 0): Date {
  const wanted = fromText(date) + minute * 60_000
  const first = wanted - offset(wanted)
  return new Date(wanted - offset(first))
}

/** The civil date as PostgreSQL's `date` travels through Prisma: midnight UTC. */
export function toDatabaseDate(date: CivilDate): Date {
  return new Date(fromText(date))
}

/** The civil date of a `date` column read through Prisma. */
export function fromDatabaseDate(date: Date): CivilDate {
  return civilDate(toText(date.getTime()))
}

/** `days` later (or earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(toText(fromText(date) + days * MS_PER_DAY))
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (fromText(to) - fromText(from)) / MS_PER_DAY
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekday(date: CivilDate): number {
  return ((fromText(date) / MS_PER_DAY + 3) % 7) + 1
}

function offset(utc: number): number {
  const { date, minute } = toParis(new Date(utc))
  return fromText(date) + minute * 60_000 - Math.floor(utc / 60_000) * 60_000
}

function fromText(text: string): number {
  return Date.parse(`${text}T00:00:00Z`)
}

function toText(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
