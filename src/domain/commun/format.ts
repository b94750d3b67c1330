const PARIS = 'Europe/Paris'
const NO_BREAK = '\u00A0'

const shortCivil = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'UTC' })
const longCivil = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const dayMonthCivil = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const parisParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: PARIS,
})

/** A number as read in French: narrow no-break space by thousands, comma before decimals. `decimals` is a maximum. */
export function formatNumber(value: number, decimals = 1): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: decimals })
}

/** A share between 0 and 1 as a percentage: 0.205 is « 20,5 % ». */
export function formatPercent(share: number, decimals = 1): string {
  return share.toLocaleString('fr-FR', { style: 'percent', maximumFractionDigits: decimals })
}

/** French counts 0 and 1 as singular, and 1,5 too: « 0 place », « 1 place », « 2 places ». */
export function plural(count: number, singular: string, several: string): string {
  const word = Math.abs(count) < 2 ? singular : several
  return `${formatNumber(count)}${NO_BREAK}${word}`
}

/** Whole minutes as « 45 min », « 2 h », « 2 h 05 ». Negative durations keep their sign. */
export function formatDuration(minutes: number): string {
  const whole = Math.round(Math.abs(minutes))
  const sign = minutes < 0 && whole > 0 ? '−' : ''
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${sign}${rest}${NO_BREAK}min`
  const tail = rest === 0 ? '' : `${NO_BREAK}${String(rest).padStart(2, '0')}`
  return `${sign}${formatNumber(hours)}${NO_BREAK}h${tail}`
}

/** Time gone since something, in the largest unit that matters: « 12 s », « 4 min », « 2 h 05 », « 3 j ». */
export function formatAge(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < 60) return `${whole}${NO_BREAK}s`
  if (whole < 86_400) return formatDuration(Math.floor(whole / 60))
  return `${formatNumber(Math.floor(whole / 86_400))}${NO_BREAK}j`
}

/** A civil date `AAAA-MM-JJ` in full: « lundi 23 novembre 2026 », « dimanche 1er mars 2026 ». */
export function formatDate(civilDate: string): string {
  return frenchDay(longCivil, civilDate)
}

/** A civil date `AAAA-MM-JJ` where the year is known from around it: « lun. 23 nov. ». */
export function formatDayMonth(civilDate: string): string {
  return frenchDay(dayMonthCivil, civilDate)
}

/** A civil date `AAAA-MM-JJ` for a narrow column: « 23/11/2026 ». */
export function formatShortDate(civilDate: string): string {
  return shortCivil.format(noonUtc(civilDate))
}

/** The hour in Paris, whatever the machine's time zone: « 22 h 30 », « 0 h 05 ». */
export function formatTime(instant: Date): string {
  const { hour, minute } = parisClock(instant)
  return `${Number(hour)}${NO_BREAK}h${NO_BREAK}${minute}`
}

/** Day and hour in Paris: « lundi 23 novembre 2026 à 22 h 30 ». */
export function formatDateTime(instant: Date): string {
  return `${formatDate(parisDate(instant))} à ${formatTime(instant)}`
}

/** Day and hour in Paris for a table: « lun. 23 nov., 22 h 30 ». */
export function formatShortDateTime(instant: Date): string {
  return `${formatDayMonth(parisDate(instant))}, ${formatTime(instant)}`
}

/** Day, year and hour in Paris, for what may be of another year: « 23/11/2026, 22 h 30 ». */
export function formatDatedTime(instant: Date): string {
  return `${formatShortDate(parisDate(instant))}, ${formatTime(instant)}`
}

/** Not `toParis` of civil-date: this file goes to every browser, and must not bring zod along. */
function parisDate(instant: Date): string {
  const { year, month, day } = parisClock(instant)
  return `${year}-${month}-${day}`
}

function parisClock(instant: Date): Record<string, string> {
  return Object.fromEntries(parisParts.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/** French writes « 1er » for the first of the month, which Intl does not. */
function frenchDay(formatter: Intl.DateTimeFormat, civilDate: string): string {
  return formatter
    .formatToParts(noonUtc(civilDate))
    .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
    .join('')
}

function noonUtc(civilDate: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(civilDate)
  if (!match) throw new RangeError(`Date civile attendue (AAAA-MM-JJ) : ${civilDate}`)
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12)
}

/** A label carried into a sentence: « Refusée » → « refusée », « CSAPA référent » as it is. */
export function lowerFirst(label: string): string {
  const [first = '', second = ''] = label
  const isAcronym = second !== second.toLowerCase()
  return isAcronym ? label : first.toLowerCase() + label.slice(first.length)
}
