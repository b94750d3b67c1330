import { describe, expect, it } from 'vitest'
import { groupPoints, type MapPoint } from './clusters'

const barbes: MapPoint[] = Array.from({ length: 9 }, (_, rank) => ({
  id: `b${rank}`,
  longitude: 2.3482,
  latitude: 48.8926,
}))
const montreuil: MapPoint = { id: 'm', longitude: 2.4501, latitude: 48.8635 }

describe('les points d’une carte', () => {
  it('qui se superposent n’en font qu’un de loin, et mènent au zoom où ils se séparent', () => {
    const groups = groupPoints([...barbes, montreuil])(11)
    expect(groups).toHaveLength(2)
    expect(groups).toContainEqual(expect.objectContaining({ type: 'ALONE', id: 'm', offset: [0, 0] }))
    const cluster = groups.find(({ type }) => type === 'CLUSTER')
    expect(cluster).toMatchObject({ zoom: 13, longitude: expect.closeTo(2.3482, 4) })
  })

  it('qui se superposent se rangent côte à côte de près, sans bouger de leur lieu', () => {
    const groups = groupPoints(barbes)(13)
    expect(groups.map(({ type }) => type)).toEqual(barbes.map(() => 'ALONE'))
    expect(groups.every(({ longitude, latitude }) => longitude === 2.3482 && latitude === 48.8926)).toBe(true)
    const offsets = groups.map((group) => (group.type === 'ALONE' ? group.offset : []))
    for (const [rank, [x = 0, y = 0]] of offsets.entries()) {
      const others = offsets.filter((_, other) => other !== rank)
      expect(Math.min(...others.map(([u = 0, v = 0]) => Math.hypot(x - u, y - v)))).toBeGreaterThan(32)
    }
  })

  it('voisins se séparent quand on approche', () => {
    const near: MapPoint[] = [montreuil, { id: 'n', longitude: 2.4521, latitude: 48.8635 }]
    expect(groupPoints(near)(10)).toHaveLength(1)
    expect(groupPoints(near)(17)).toHaveLength(2)
  })

  it('ne se perdent à aucun zoom', () => {
    for (let zoom = 8; zoom <= 18; zoom++) {
      const ids = groupPoints([...barbes, montreuil])(zoom).flatMap((group) =>
        group.type === 'ALONE' ? group.id : group.ids,
      )
      expect(ids.toSorted()).toEqual([...barbes.map(({ id }) => id), 'm'].toSorted())
    }
  })

  it('absents ne donnent rien', () => {
    expect(groupPoints([])(11)).toEqual([])
  })
})
