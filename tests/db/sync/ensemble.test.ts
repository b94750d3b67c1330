import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '@/domain/sync/operation'
import type { ReponseActe } from '@/domain/sync/verdict'
import { act, arretCorps, asking, closing, makeScene, opening, send, stop, type Scene } from './terrain-scene'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(() => scene.owner.end())

/** How many transactions wrote the receipts of these acts. */
async function countTransactions(operations: readonly Operation[]): Promise<number> {
  const { rows } = await scene.owner.query(
    `SELECT count(DISTINCT xmin::text)::int AS n FROM operations WHERE id = ANY($1::uuid[])`,
    [operations.map(({ id }) => id)],
  )
  return rows[0].n
}

async function countRows(operations: readonly Operation[]): Promise<Record<string, number>> {
  const { rows } = await scene.owner.query(
    `SELECT (SELECT count(*) FROM arrets WHERE id = ANY($1::uuid[]))::int AS arrets,
       (SELECT count(*) FROM rencontres WHERE arret_id = ANY($1::uuid[]))::int AS rencontres,
       (SELECT count(*) FROM materiels WHERE arret_id = ANY($1::uuid[]))::int AS materiels,
       (SELECT count(*) FROM journal WHERE action = 'maraudes.log' AND objet_id = ANY($1::text[]))::int AS journal`,
    [operations.map(({ id }) => id)],
  )
  return rows[0]
}

describe('un envoi où rien n’est à décider', () => {
  it('s’écrit en une transaction, toute la maraude comprise', async () => {
    const opened = opening(scene.worker)
    const stops = [
      stop(scene.worker, opened.id),
      stop(scene.worker, opened.id),
      stop(scene.worker, opened.id),
    ]
    const corrected = act(scene.worker, 'arret.corriger', {
      ...arretCorps(opened.id),
      remplaceId: stops[0]?.id ?? '',
    })
    const all = [
      opened,
      ...stops,
      corrected,
      asking(scene.worker, stops[1]?.id ?? null),
      closing(scene.worker, opened.id),
    ]
    expect(await send(scene.worker, ...all)).toEqual(all.map(({ id }) => ({ id, verdict: 'applique' })))
    expect(await countTransactions(all)).toBe(1)
    expect(await countRows(stops)).toEqual({ arrets: 3, rencontres: 3, materiels: 12, journal: 3 })
  })

  it('mêle du neuf et du déjà reçu : le second est redit, le premier compté', async () => {
    const opened = opening(scene.worker)
    const [first, second] = [stop(scene.worker, opened.id), stop(scene.worker, opened.id)]
    await send(scene.worker, opened, first)
    expect(await send(scene.worker, opened, second, first)).toEqual([
      { id: opened.id, verdict: 'doublon', etat: 'applique' },
      { id: second.id, verdict: 'applique' },
      { id: first.id, verdict: 'doublon', etat: 'applique' },
    ])
    expect(await countRows([first, second])).toMatchObject({ arrets: 2, journal: 2 })
  })

  it('croisé avec un autre, dans l’ordre inverse, ne se bloque pas', async () => {
    const rounds = [opening(scene.worker), opening(scene.worker)]
    await send(scene.worker, ...rounds)
    const sendings = Array.from({ length: 12 }, (_, index) => {
      const stops = rounds.flatMap(({ id }) => [stop(scene.worker, id), stop(scene.worker, id)])
      return index % 2 === 0 ? stops : stops.toReversed()
    })
    const answers = await Promise.all(sendings.map((stops) => send(scene.worker, ...stops)))
    expect(answers.flat().map(({ verdict }) => verdict)).toEqual(Array.from({ length: 48 }, () => 'applique'))
    expect(await Promise.all(sendings.map(countTransactions))).toEqual(sendings.map(() => 1))
  })
})

describe('un envoi où un fait pose question', () => {
  type Case = [name: string, verdict: ReponseActe['verdict'], make: (maraudeId: string) => Operation]
  const cases: Case[] = [
    [
      'qu’une règle refuse',
      'quarantaine',
      (id) => stop(scene.worker, id, { arrivee: '2026-11-20T18:30:00Z', depart: null }),
    ],
    [
      'que la base refuse',
      'quarantaine',
      (id) =>
        stop(scene.worker, id, { materiel: [{ article: 'carnet-sniff', sens: 'DONNE', quantite: 600 }] }),
    ],
    ['qu’on ne sait pas lire', 'quarantaine', (id) => stop(scene.worker, id, { ambiance: 'SUPER' })],
    ['signé d’un autre', 'quarantaine', (id) => ({ ...stop(scene.worker, id), auteurId: uuidv7() })],
    ['arrivé trop tôt', 'en-attente', () => stop(scene.worker, uuidv7())],
    [
      'd’une version plus récente',
      'version-plus-recente',
      (id) => ({ ...stop(scene.worker, id), schemaVersion: 2 }),
    ],
  ]

  it.each(cases)(
    's’applique fait par fait : celui %s ne retient pas les autres',
    async (_, verdict, make) => {
      const opened = opening(scene.worker)
      const [before, after] = [stop(scene.worker, opened.id), stop(scene.worker, opened.id)]
      const odd = make(opened.id)
      expect(await send(scene.worker, opened, before, odd, after)).toMatchObject([
        { id: opened.id, verdict: 'applique' },
        { id: before.id, verdict: 'applique' },
        { id: odd.id, verdict },
        { id: after.id, verdict: 'applique' },
      ])
      expect(await countTransactions([opened, before, after])).toBe(3)
      expect(await countRows([before, odd, after])).toEqual({
        arrets: 2,
        rencontres: 2,
        materiels: 8,
        journal: 2,
      })
    },
  )

  it('porte deux fois le même fait sans le compter deux fois', async () => {
    const opened = opening(scene.worker)
    const stopped = stop(scene.worker, opened.id)
    expect(await send(scene.worker, opened, stopped, stopped)).toMatchObject([
      { verdict: 'applique' },
      { verdict: 'applique' },
      { id: stopped.id, verdict: 'doublon' },
    ])
    expect(await countRows([stopped])).toMatchObject({ arrets: 1, journal: 1 })
  })
})
