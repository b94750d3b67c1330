import { describe, expect, it } from 'vitest'
import { civilDate, fromParis } from './civil-date'
import { workDayBounds, workDayOf } from './jour-de-travail'

describe('le jour de travail', () => {
  it.each([
    ['2026-11-23T21:00:00Z', '2026-11-23', 'à 22 h le soir même'],
    ['2026-11-24T01:00:00Z', '2026-11-23', 'à 2 h, celui de la veille'],
    ['2026-11-24T10:59:59Z', '2026-11-23', 'à 11 h 59, encore celui de la veille'],
    ['2026-11-24T11:00:00Z', '2026-11-24', 'à midi, le nouveau'],
    ['2026-06-24T10:00:00Z', '2026-06-24', 'à midi en heure d’été'],
    ['2027-01-01T00:30:00Z', '2026-12-31', 'la nuit du Nouvel An'],
  ])('range %s au %s : %s', (instant, day) => {
    expect(workDayOf(new Date(instant))).toBe(day)
  })

  it.each([
    ['2026-11-23', 24],
    ['2026-03-28', 23],
    ['2026-10-24', 25],
  ])('du %s dure %i heures', (day, hours) => {
    const { from, to } = workDayBounds(civilDate(day))
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(hours)
    expect(workDayOf(from)).toBe(day)
    expect(workDayOf(new Date(to.getTime() - 1))).toBe(day)
  })
})

describe('une heure de Paris', () => {
  it.each([
    ['2026-07-01', 12 * 60, '2026-07-01T10:00:00.000Z'],
    ['2026-01-01', 0, '2025-12-31T23:00:00.000Z'],
    ['2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', 180, '2026-10-25T02:00:00.000Z'],
  ])('le %s à la minute %i est l’instant %s', (day, minute, instant) => {
    expect(fromParis(civilDate(day), minute).toISOString()).toBe(instant)
  })
})
