import { describe, expect, it } from 'vitest'
import { openBaseNeuve } from './base-neuve'

type Ligne = {
  slug: string
  departement: string
  libres: number
  reservees: number
  occupees: number
  a_preparer: number
  fermees: number
}

describe('le tableau des places', () => {
  it.each([
    ['au milieu de la nuit', '2026-11-24T02:20:00Z'],
    ['au réveil', '2026-11-24T06:30:00Z'],
    ['en fin de matinée', '2026-11-24T10:40:00Z'],
    ['l’après-midi', '2026-07-15T13:00:00Z'],
    ['la nuit où l’heure recule', '2026-10-25T01:30:00Z'],
  ])(
    'est vivant %s',
    async (_, instant) => {
      const now = new Date(instant)
      const base = await openBaseNeuve('ce_soir')
      expect(await base.invent({ now })).toEqual({ ok: true })
      const lignes = await base.rows<Ligne>(
        'SELECT slug, d.departement, e.* FROM disponibilites_a($1) e JOIN dispositifs d ON d.id = e.dispositif_id',
        [now],
      )
      const tenues = await base.rows(
        `SELECT FROM occupations WHERE etat = 'TENUE' AND expire_le BETWEEN $1 AND $1 + interval '6 hours'`,
        [now],
      )
      const attendent = await base.rows(
        `SELECT FROM orientations WHERE statut IN ('ENVOYEE', 'RECUE') AND echeance = 'CE_SOIR'`,
      )
      const board = Object.fromEntries(lignes.map((ligne) => [ligne.slug, ligne]))
      await base.end()

      expect(board['sleep-in-urgence']).toMatchObject({ reservees: 1, fermees: 1, a_preparer: 1 })
      expect(board['sleep-in-continu']).toMatchObject({ libres: 1, reservees: 1, a_preparer: 1, occupees: 9 })
      expect(board['le-pavillon-hebergement']).toMatchObject({ departement: '93', libres: 1, occupees: 9 })
      expect(board['assore-hotel']).toMatchObject({ libres: 30 + 23, a_preparer: 5, fermees: 3 })
      expect(board['sleep-in-urgence']?.libres).toBeGreaterThanOrEqual(4)
      expect(board['sleep-in-urgence']?.occupees).toBeGreaterThan(5)
      expect(tenues).toHaveLength(2)
      expect(attendent.length).toBeGreaterThanOrEqual(4)
    },
    60_000,
  )
})
