import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, civilDateSchema, daysBetween, fromParis, toParis, weekday } from './civil-date'

describe('une date civile', () => {
  it.each(['2026-02-30', '26-01-01', '2026-1-1', '1970-01-01', '', '2026-13-01'])('refuse %j', (text) => {
    expect(civilDateSchema.safeParse(text).success).toBe(false)
  })

  it('accepte le 29 février des années bissextiles', () => {
    expect(civilDateSchema.safeParse('2028-02-29').success).toBe(true)
    expect(civilDateSchema.safeParse('2026-02-29').success).toBe(false)
  })

  it('compte les jours par-dessus les mois et les changements d’heure', () => {
    expect(addDays(civilDate('2026-03-28'), 2)).toBe('2026-03-30')
    expect(daysBetween(civilDate('2026-10-24'), civilDate('2026-11-01'))).toBe(8)
  })

  it('connaît le jour de la semaine', () => {
    expect(weekday(civilDate('2026-11-23'))).toBe(1)
    expect(weekday(civilDate('2026-11-29'))).toBe(7)
  })

  it('revient de Paris au même instant, à la minute, sauf l’heure doublée d’octobre', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (instant) => {
          const { date, minute } = toParis(instant)
          const back = fromParis(date, minute).getTime()
          const minutes = Math.floor(instant.getTime() / 60_000) * 60_000
          expect([0, 3_600_000]).toContain(Math.abs(minutes - back))
        },
      ),
    )
  })
})
