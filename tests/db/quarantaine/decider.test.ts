import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctActe, discard, keepActe, keepRound } from '@/features/cas/commands'
import { readCas } from '@/features/cas/queries'
import { reopenMaraude, validateMaraude } from '@/features/maraudes/commands'
import { listDecisions, listQuarantaine } from '@/features/quarantaine/queries'
import { applyOperations } from '@/features/sync/apply-operations'
import { asViewer } from '../socle/monde'
import { app } from '../support/connections'
import { act, arretCorps, closing, envelope, NOW, opening } from '../sync/terrain-scene'
import { type Bureau, makeBureau } from './bureau'

let desk: Bureau
beforeAll(async () => {
  desk = await makeBureau()
})
afterAll(() => desk.scene.owner.end())

/** A round received, with one stop that a rule refuses. */
async function refusedStop(changes: object = { communeCode: '13055' }) {
  const opened = opening(desk.scene.worker)
  const bad = desk.stop(opened.id, changes)
  await desk.send(opened, bad)
  return { opened, bad }
}

describe('un fait refusé', () => {
  it('est listé avec sa raison, puis corrigé au bureau : une ligne, le texte reçu gardé, une ligne de journal', async () => {
    const { bad } = await refusedStop()
    expect(await desk.listed()).toContain(bad.id)
    const before = await desk.decide((context) =>
      correctActe(context, { id: bad.id, saisie: { communeCode: '' } }),
    )
    expect(before).toMatchObject({
      ok: false,
      reason: 'INVALID',
      champs: { communeCode: [expect.any(String)] },
    })
    const result = await desk.decide((context) =>
      correctActe(context, { id: bad.id, saisie: { communeCode: '93066' } }),
    )
    expect(result).toEqual({ ok: true, value: { issue: 'CORRIGE' } })
    expect(await desk.row('SELECT commune_code, statut FROM arrets WHERE id = $1', bad.id)).toEqual({
      commune_code: '93066',
      statut: 'ACTIF',
    })
    expect(await desk.row('SELECT verdict, corps FROM operations WHERE id = $1', bad.id)).toEqual({
      verdict: 'APPLIQUE',
      corps: null,
    })
    const decision = await desk.row('SELECT * FROM decisions WHERE operation_id = $1', bad.id)
    expect(decision).toMatchObject({ issue: 'CORRIGE', par_id: desk.viewer.compteId, recu: bad.corps })
    expect(decision.retenu).toMatchObject({ communeCode: '93066', lieu: 'Porte de la Chapelle' })
    expect(await desk.rows(`SELECT action FROM journal WHERE objet_id = $1 ORDER BY id`, bad.id)).toEqual([
      { action: 'sync.keep' },
      { action: 'maraudes.log' },
      { action: 'quarantaine.decide' },
    ])
    expect(await desk.listed()).not.toContain(bad.id)
    expect(await desk.send(bad)).toEqual([{ id: bad.id, verdict: 'doublon', etat: 'applique' }])
  })

  it('qu’une règle de la base refuse encore reste en quarantaine, rien n’est à moitié écrit', async () => {
    const { bad } = await refusedStop({
      materiel: [{ article: 'carnet-sniff', sens: 'DONNE', quantite: 600 }],
    })
    const kept = await desk.decide((context) => keepActe(context, { id: bad.id }))
    expect(kept).toMatchObject({
      ok: false,
      reason: 'REFUSE',
      motif: expect.stringContaining('materiels_quantite'),
    })
    expect(await desk.row('SELECT count(*)::int AS n FROM arrets WHERE id = $1', bad.id)).toEqual({ n: 0 })
    expect(await desk.listed()).toContain(bad.id)
    const fields = { 'materiel.0.quantite': '60' }
    expect((await desk.decide((context) => correctActe(context, { id: bad.id, saisie: fields }))).ok).toBe(
      true,
    )
  })

  it('écarté avec sa raison reste dans la base, et ne revient pas', async () => {
    const { bad } = await refusedStop()
    const ecart = { nature: 'acte', id: bad.id, motif: 'DOUBLON', precision: null } as const
    expect((await desk.decide((context) => discard(context, ecart))).ok).toBe(true)
    expect(await desk.row('SELECT verdict, corps FROM operations WHERE id = $1', bad.id)).toMatchObject({
      verdict: 'QUARANTAINE',
      corps: bad.corps,
    })
    expect(await desk.listed()).not.toContain(bad.id)
    expect((await listDecisions(desk.viewer))?.[0]).toMatchObject({
      id: bad.id,
      issue: 'ECARTE',
      motif: 'DOUBLON',
    })
    expect(await desk.send(bad)).toMatchObject([{ verdict: 'doublon', etat: 'quarantaine' }])
    expect(await desk.listed()).not.toContain(bad.id)
  })

  it('décidé par deux coordinatrices ensemble ne l’est qu’une fois, la seconde le sait', async () => {
    const { bad } = await refusedStop()
    const other = await desk.scene.account(desk.scene.ours, 'COORDINATEUR')
    const ecart = { nature: 'acte', id: bad.id, motif: 'ERREUR', precision: null } as const
    const results = await Promise.all([
      desk.decide((context) => correctActe(context, { id: bad.id, saisie: { communeCode: '75118' } })),
      desk.decide((context) => discard(context, ecart), other),
    ])
    expect(results.map((result) => (result.ok ? 'FAIT' : result.reason)).toSorted()).toEqual([
      'DEJA_DECIDE',
      'FAIT',
    ])
    expect(
      await desk.row('SELECT count(*)::int AS n FROM decisions WHERE operation_id = $1', bad.id),
    ).toEqual({
      n: 1,
    })
  })

  it('d’une autre organisation est introuvable, dans la liste, à la lecture, à la décision et dans les tables', async () => {
    const { bad } = await refusedStop()
    const stranger = await desk.scene.account(desk.scene.theirs, 'COORDINATEUR')
    expect(await desk.listed(stranger)).not.toContain(bad.id)
    expect(await readCas(stranger, { nature: 'acte', id: bad.id })).toBeNull()
    expect(await desk.decide((context) => keepActe(context, { id: bad.id }), stranger)).toEqual({
      ok: false,
      reason: 'INTROUVABLE',
    })
    const seen = await asViewer(
      app,
      { organisation: desk.scene.theirs, roles: ['COORDINATEUR'] },
      async (client) => (await client.query('SELECT FROM operations WHERE id = $1', [bad.id])).rowCount,
    )
    expect(seen).toBe(0)
  })

  it('ne peut pas être décidé au nom d’une autre organisation, même en SQL', async () => {
    const { bad } = await refusedStop()
    const forged = asViewer(app, { organisation: desk.scene.theirs, roles: ['COORDINATEUR'] }, (client) =>
      client.query(
        `INSERT INTO decisions (id, organisation_id, operation_id, issue, motif, recu, par_id, le)
         VALUES ($1, $2, $3, 'ECARTE', 'AUTRE', '{}', $4, now())`,
        [uuidv7(), desk.scene.theirs, bad.id, desk.viewer.compteId],
      ),
    )
    await expect(forged).rejects.toMatchObject({ constraint: 'decisions_organisation' })
  })

  it('décidé ne se redécide ni ne s’efface, quel que soit le rôle', async () => {
    const { bad } = await refusedStop()
    const ecart = { nature: 'acte', id: bad.id, motif: 'ESSAI', precision: null } as const
    await desk.decide((context) => discard(context, ecart))
    const change = desk.scene.owner.query(`UPDATE decisions SET motif = 'AUTRE' WHERE operation_id = $1`, [
      bad.id,
    ])
    await expect(change).rejects.toThrow('ajout seul')
    await expect(
      desk.scene.owner.query(`DELETE FROM decisions WHERE operation_id = $1`, [bad.id]),
    ).rejects.toThrow('ajout seul')
  })
})

describe('un auteur révoqué', () => {
  it('n’a rien perdu : sa maraude se garde d’un geste, son départ d’abord, et reste la sienne', async () => {
    const revoked = await desk.scene.account(desk.scene.ours, 'MEDIATEUR')
    const opened = opening(revoked)
    const stops = [1, 2, 3].map(() => act(revoked, 'arret.noter', arretCorps(opened.id)))
    const closed = closing(revoked, opened.id)
    await applyOperations(revoked, NOW, envelope([opened, ...stops, closed]))
    expect(await desk.row('SELECT count(*)::int AS n FROM maraudes WHERE id = $1', opened.id)).toEqual({
      n: 0,
    })
    expect(await desk.decide((context) => keepRound(context, { maraudeId: opened.id }))).toEqual({
      ok: true,
      value: { gardes: 5, restent: 0 },
    })
    expect(await desk.row('SELECT auteur_id, statut FROM maraudes WHERE id = $1', opened.id)).toEqual({
      auteur_id: revoked.compteId,
      statut: 'CLOSE',
    })
    expect(await desk.row('SELECT count(*)::int AS n FROM arrets WHERE maraude_id = $1', opened.id)).toEqual({
      n: 3,
    })
    expect(await desk.decide((context) => keepRound(context, { maraudeId: opened.id }))).toEqual({
      ok: false,
      reason: 'INTROUVABLE',
    })
  })
})

describe('une maraude validée', () => {
  it('se rouvre pour un arrêt arrivé tard, puis se valide de nouveau', async () => {
    const opened = opening(desk.scene.worker)
    await desk.send(opened, closing(desk.scene.worker, opened.id))
    await desk.decide((context) => validateMaraude(context, { id: opened.id }))
    const late = desk.stop(opened.id)
    expect(await desk.send(late)).toMatchObject([{ verdict: 'quarantaine' }])
    expect(await desk.decide((context) => keepActe(context, { id: late.id }))).toMatchObject({
      reason: 'REFUSE',
    })
    expect((await desk.decide((context) => reopenMaraude(context, { id: opened.id }))).ok).toBe(true)
    expect((await desk.decide((context) => keepActe(context, { id: late.id }))).ok).toBe(true)
    expect((await desk.decide((context) => validateMaraude(context, { id: opened.id }))).ok).toBe(true)
  })
})

describe('un fait qui attend ce qui n’arrive pas', () => {
  it('se montre au bout d’un jour ; écarté, il ne revient pas quand l’autre arrive enfin', async () => {
    const opened = opening(desk.scene.worker)
    const orphan = desk.stop(opened.id)
    await desk.send(orphan)
    expect(await desk.listed()).not.toContain(orphan.id)
    const tomorrow = new Date(NOW.getTime() + 25 * 3_600_000)
    const later = await listQuarantaine(desk.viewer, tomorrow, null)
    expect(later?.cas.map(({ id }) => id)).toContain(orphan.id)
    const ecart = { nature: 'acte', id: orphan.id, motif: 'ESSAI', precision: null } as const
    await desk.decide((context) => discard(context, ecart))
    expect(await desk.send(opened)).toEqual([{ id: opened.id, verdict: 'applique' }])
    expect(await desk.row('SELECT count(*)::int AS n FROM arrets WHERE id = $1', orphan.id)).toEqual({ n: 0 })
  })
})
