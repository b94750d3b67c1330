import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/transaction'
import type { Role } from '@/domain/comptes/roles'
import { confirmStructure } from '@/features/structures/commands'
import { findStructure } from '@/features/structures/queries'
import { owner } from '../support/connections'
import { QUINZE_HEURES, seedReelles, viewerOf } from './annuaire-reel'

async function confirmAs(role: Role, organisation: string | null, slug: string) {
  const actor = await viewerOf(role, organisation)
  return inTransaction(actor, (tx) => confirmStructure({ actor, now: QUINZE_HEURES, tx }, { slug }))
}

describe('confirmer une fiche', () => {
  beforeAll(seedReelles)
  beforeEach(() => owner.query('UPDATE structures SET confirmee_le = NULL'))

  it('date la confirmation, lève le doute sur ce qui est écrit, et laisse une ligne au journal', async () => {
    expect(await confirmAs('COORDINATEUR', 'aurore', 'caarud-ego')).toEqual({
      ok: true,
      value: { confirmeeLe: QUINZE_HEURES },
    })
    const fiche = await findStructure(await viewerOf('MMPCR', null), 'caarud-ego', QUINZE_HEURES)
    expect(fiche).toMatchObject({
      fraicheur: 'CONFIRMEE',
      aVerifier: [],
      confirmeeLe: QUINZE_HEURES.toISOString(),
    })
    const { rows } = await owner.query(
      `SELECT refus, details FROM journal WHERE action = 'structures.confirm' AND objet_id = $1`,
      [fiche?.id],
    )
    expect(rows).toEqual([{ refus: null, details: { leves: ['adresse', 'horaires'] } }])
  })

  it('garde « à vérifier » ce que la fiche n’énonce pas', async () => {
    await confirmAs('RESPONSABLE', 'groupe-sos', 'sleep-in')
    const fiche = await findStructure(await viewerOf('MMPCR', null), 'sleep-in', QUINZE_HEURES)
    expect(fiche?.aVerifier).toEqual(['adresse', 'capacite'])
  })

  it.each([
    ['COORDINATEUR', 'gaia'],
    ['INTERVENANT', 'aurore'],
    ['MEDIATEUR', 'ville-de-paris'],
    ['MMPCR', null],
    ['ADMIN', null],
    ['LECTEUR', null],
  ] as const)(
    'est refusé à %s de %s, comme si la fiche n’existait pas, et noté',
    async (role, organisation) => {
      const before = await owner.query(`SELECT count(*)::int AS n FROM journal WHERE refus = 'NOT_FOUND'`)
      expect(await confirmAs(role, organisation, 'caarud-ego')).toEqual({ ok: false, reason: 'NOT_FOUND' })
      const { rows } = await owner.query(`SELECT confirmee_le FROM structures WHERE slug = 'caarud-ego'`)
      expect(rows).toEqual([{ confirmee_le: null }])
      const after = await owner.query(`SELECT count(*)::int AS n FROM journal WHERE refus = 'NOT_FOUND'`)
      expect(after.rows[0].n).toBe(before.rows[0].n + 1)
    },
  )

  it('d’une structure qui n’existe pas répond la même chose', async () => {
    expect(await confirmAs('COORDINATEUR', 'aurore', 'nulle-part')).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
  })
})
