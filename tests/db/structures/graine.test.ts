import { beforeAll, describe, expect, it } from 'vitest'
import { structuresReelles } from '../../../prisma/seeds/structures'
import { owner } from '../support/connections'
import { seedReelles } from './annuaire-reel'

describe('les structures réelles', () => {
  beforeAll(seedReelles)

  it('y sont toutes, sans l’exemple de Bruxelles', async () => {
    const { rows } = await owner.query('SELECT slug FROM structures ORDER BY slug')
    expect(rows).toHaveLength(25)
    expect(structuresReelles.some(({ nom }) => /transit/i.test(nom))).toBe(false)
  })

  it('ne s’ajoutent qu’une fois et gardent ce qu’une structure a saisi', async () => {
    await owner.query(`UPDATE structures SET description = 'Corrigé' WHERE slug = 'sleep-in'`)
    expect(await seedReelles()).toEqual({ ajoutees: 0 })
    const { rows } = await owner.query(`SELECT description FROM structures WHERE slug = 'sleep-in'`)
    expect(rows).toEqual([{ description: 'Corrigé' }])
  })

  it('n’ont aucune adresse quand elles sont confidentielles, et aucun point inventé', async () => {
    const { rows: confidential } = await owner.query(
      'SELECT slug FROM structures WHERE confidentiel ORDER BY slug',
    )
    expect(confidential.map(({ slug }) => slug)).toEqual(['assore', 'le-pavillon', 'phase'])
    const { rows } = await owner.query(
      `SELECT s.slug FROM adresses_structure a JOIN structures s ON s.id = a.structure_id
       WHERE s.confidentiel OR a.longitude IS NOT NULL OR a.latitude IS NOT NULL`,
    )
    expect(rows).toEqual([])
    const texts = JSON.stringify(structuresReelles.filter(({ confidentiel }) => confidentiel))
    expect(texts).not.toMatch(/\d+ (rue|avenue|boulevard|passage)/)
  })

  it('disent les quatre dispositifs du Sleep-In et leurs capacités', async () => {
    const { rows } = await owner.query(
      `SELECT d.slug, d.kind::text, c.mode::text, c.places FROM dispositifs d
       JOIN structures s ON s.id = d.structure_id LEFT JOIN capacites c ON c.dispositif_id = d.id
       WHERE s.slug = 'sleep-in' ORDER BY d.kind`,
    )
    expect(rows).toEqual([
      { slug: 'sleep-in-urgence', kind: 'URGENCE', mode: 'NUIT', places: 30 },
      { slug: 'sleep-in-continu', kind: 'CONTINU', mode: null, places: null },
      { slug: 'sleep-in-repos', kind: 'REPOS', mode: 'SIMULTANEE', places: 15 },
      { slug: 'sleep-in-csapa', kind: 'AMBULATOIRE', mode: null, places: null },
    ])
  })

  it('racontent la capacité d’Assore période par période', async () => {
    const { rows } = await owner.query(
      `SELECT c.places, c.du::text, c.au::text FROM capacites c JOIN dispositifs d ON d.id = c.dispositif_id
       WHERE d.slug = 'assore-hotel' ORDER BY c.du`,
    )
    expect(rows.map(({ places }) => places)).toEqual([50, 220, 400, 536, 610])
    expect(rows.at(-1)).toEqual({ places: 610, du: '2023-01-01', au: null })
  })

  it('portent le statut que disent les faits', async () => {
    const { rows } = await owner.query(
      `SELECT slug, statut::text FROM structures WHERE statut <> 'OUVERTE' ORDER BY slug`,
    )
    expect(rows).toEqual([
      { slug: 'aides-paris-centre', statut: 'SUSPENDUE' },
      { slug: 'caarud-doudeauville', statut: 'CONTESTEE' },
      { slug: 'lam-lhss-chardon-lagache', statut: 'ANNONCEE' },
    ])
  })
})
