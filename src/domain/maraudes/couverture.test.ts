import { describe, expect, it } from 'vitest'
import { addPosition, couvertureOf, PARCOURS_VIDE } from './couverture'
import { clotureSchema } from './maraude'

const [A, B] = ['891fb466257ffff', '891fb466253ffff']
const MINUTE = 60_000

function walk(...steps: [cellule: string, minute: number][]) {
  return steps.reduce(
    (parcours, [cellule, minute]) => addPosition(parcours, cellule, minute * MINUTE),
    PARCOURS_VIDE,
  )
}

describe('la couverture d’une maraude', () => {
  it('compte le temps passé dans chaque cellule, et les fois où l’on y entre', () => {
    expect(couvertureOf(walk([A, 0], [A, 2], [B, 4], [B, 7], [A, 8]))).toEqual([
      { cellule: B, minutes: 4, passages: 1 },
      { cellule: A, minutes: 4, passages: 2 },
    ])
  })

  it('ne compte nulle part un silence de plus de cinq minutes, ni une heure qui recule', () => {
    expect(couvertureOf(walk([A, 0], [A, 30]))).toEqual([{ cellule: A, minutes: 0, passages: 2 }])
    expect(couvertureOf(walk([A, 30], [A, 10]))).toEqual([{ cellule: A, minutes: 0, passages: 2 }])
  })

  it('entre telle quelle dans la clôture, même après une nuit très agitée', () => {
    let parcours = PARCOURS_VIDE
    for (let step = 0; step < 700; step++)
      parcours = addPosition(parcours, `891fb4${step.toString(16).padStart(9, '0')}`, step * MINUTE)
    const corps = {
      maraudeId: '01931f6a-0000-7000-8000-000000000001',
      fin: '2026-11-23T20:30:00.000Z',
      transmission: null,
      couverture: couvertureOf(parcours),
    }
    expect(corps.couverture).toHaveLength(500)
    expect(clotureSchema.safeParse(corps).success).toBe(true)
  })
})
