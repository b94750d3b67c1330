import { describe, expect, it } from 'vitest'
import { placeLabels } from './labels'

const label = (text: string, x: number, y: number, room = 200) => ({ item: text, text, x, y, room })

describe('les noms de la carte', () => {
  it('s’écrivent à leur place', () => {
    expect(placeLabels([label('Pantin', 0, 0)], [])).toEqual([{ item: 'Pantin', shift: 0 }])
  })

  it('passent dessous puis dessus de ce qu’ils couvriraient', () => {
    const sign = { x: 0, y: 0, width: 32, height: 32 }
    expect(placeLabels([label('Pantin', 0, 0)], [sign])).toEqual([{ item: 'Pantin', shift: 24 }])
    expect(placeLabels([label('Pantin', 0, 0)], [sign, { ...sign, y: 30 }])).toEqual([
      { item: 'Pantin', shift: -24 },
    ])
  })

  it('se taisent quand ils n’ont pas de place', () => {
    expect(placeLabels([label('Le Pré-Saint-Gervais', 0, 0, 40)], [])).toEqual([])
    expect(placeLabels([label('Pantin', 0, 0)], [{ x: 0, y: 0, width: 100, height: 200 }])).toEqual([])
  })

  it('ne se couvrent pas entre eux', () => {
    const placed = placeLabels([label('Villepinte', 0, 0), label('Tremblay-en-France', 20, 4)], [])
    expect(placed).toEqual([
      { item: 'Villepinte', shift: 0 },
      { item: 'Tremblay-en-France', shift: 24 },
    ])
  })
})
