import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '@/domain/sync/operation'
import { choose, discard, keepActe } from '@/features/cas/commands'
import { readCas } from '@/features/cas/queries'
import { act, arretCorps, asking, closing, opening } from '../sync/terrain-scene'
import { type Bureau, makeBureau } from './bureau'

let desk: Bureau
beforeAll(async () => {
  desk = await makeBureau()
})
afterAll(() => desk.scene.owner.end())

async function conflict(make: (maraudeId: string) => [Operation, object]) {
  const opened = opening(desk.scene.worker)
  const [first, change] = make(opened.id)
  const second = { ...first, corps: { ...first.corps, ...change } }
  await desk.send(opened, ...(first.id === opened.id ? [] : [first]), second)
  const { id } = await desk.row('SELECT id FROM operation_conflits WHERE operation_id = $1', first.id)
  return { opened, first, id: String(id) }
}

async function corrections() {
  const opened = opening(desk.scene.worker)
  const first = desk.stop(opened.id)
  const made = ['Première', 'Seconde'].map((lieu) =>
    act(desk.scene.worker, 'arret.corriger', { ...arretCorps(opened.id, { lieu }), remplaceId: first.id }),
  )
  await desk.send(opened, first, ...made)
  return { opened, id: made[1]?.id ?? '' }
}

async function active(maraudeId: string) {
  const found = await desk.rows(
    `SELECT lieu FROM arrets WHERE maraude_id = $1 AND statut = 'ACTIF' ORDER BY lieu`,
    maraudeId,
  )
  return found.map(({ lieu }) => lieu)
}

describe('un même identifiant avec deux textes', () => {
  it('montre les deux côte à côte, et garde le second à la place du premier', async () => {
    const { first, id } = await conflict((maraudeId) => [desk.stop(maraudeId), { lieu: 'Marx-Dormoy' }])
    expect(await readCas(desk.viewer, { nature: 'conflit', id })).toMatchObject({
      recu: { lieu: 'Marx-Dormoy' },
      compte: { lieu: 'Porte de la Chapelle' },
    })
    const chosen = { nature: 'conflit', id, issue: 'DEUXIEME' } as const
    expect((await desk.decide((context) => choose(context, chosen))).ok).toBe(true)
    expect(
      await desk.rows(
        `SELECT lieu, statut FROM arrets WHERE id = $1 OR remplace_id = $1 ORDER BY id`,
        first.id,
      ),
    ).toEqual([
      { lieu: 'Porte de la Chapelle', statut: 'REMPLACE' },
      { lieu: 'Marx-Dormoy', statut: 'ACTIF' },
    ])
  })

  it('garde les deux quand c’étaient deux arrêts', async () => {
    const { opened, id } = await conflict((maraudeId) => [desk.stop(maraudeId), { lieu: 'Marx-Dormoy' }])
    const chosen = { nature: 'conflit', id, issue: 'LES_DEUX' } as const
    expect((await desk.decide((context) => choose(context, chosen))).ok).toBe(true)
    const found = await desk.rows(
      `SELECT lieu FROM arrets WHERE maraude_id = $1 AND statut = 'ACTIF' ORDER BY lieu`,
      opened.id,
    )
    expect(found).toEqual([{ lieu: 'Marx-Dormoy' }, { lieu: 'Porte de la Chapelle' }])
  })

  it('change l’ouverture d’une maraude sans en faire une autre', async () => {
    const opened = opening(desk.scene.worker)
    await desk.send(opened, { ...opened, corps: { ...opened.corps, equipe: 9 } })
    const { id } = await desk.row('SELECT id FROM operation_conflits WHERE operation_id = $1', opened.id)
    const chosen = { nature: 'conflit', id: String(id), issue: 'DEUXIEME' } as const
    expect((await desk.decide((context) => choose(context, chosen))).ok).toBe(true)
    expect(await desk.row('SELECT equipe FROM maraudes WHERE id = $1', opened.id)).toEqual({ equipe: 9 })
  })

  it('ne retire jamais une demande de place déjà partie : on ne garde que les deux, ou la première', async () => {
    const asked = asking(desk.scene.worker, null)
    await desk.send(asked, { ...asked, corps: { ...asked.corps, animaux: false } })
    const { id } = await desk.row('SELECT id FROM operation_conflits WHERE operation_id = $1', asked.id)
    const chosen = { nature: 'conflit', id: String(id), issue: 'DEUXIEME' } as const
    expect(await desk.decide((context) => choose(context, chosen))).toEqual({
      ok: false,
      reason: 'IMPOSSIBLE',
    })
    expect((await desk.decide((context) => choose(context, { ...chosen, issue: 'LES_DEUX' }))).ok).toBe(true)
  })
})

describe('un second texte que personne ne lit', () => {
  it.each([
    ['une enveloppe restée scellée', { enveloppe: { v: 1, kid: 'perdue', epk: 'a', iv: 'b', ct: 'c' } }],
    ['un arrêt sans lieu ni heure', { lieu: 'Marx-Dormoy' }],
  ])('ne prend jamais la place du premier, et ne s’ajoute pas : %s', async (_, corps) => {
    const { opened, id } = await conflict((maraudeId) => [desk.stop(maraudeId), { lieu: 'Marx-Dormoy' }])
    await desk.rows('UPDATE operation_conflits SET corps = $2 WHERE id = $1 RETURNING id', id, corps)
    for (const issue of ['DEUXIEME', 'LES_DEUX'] as const)
      expect(await desk.decide((context) => choose(context, { nature: 'conflit', id, issue }))).toEqual({
        ok: false,
        reason: 'SECOND_ILLISIBLE',
      })
    expect(await active(opened.id)).toEqual(['Porte de la Chapelle'])
    const ecart = { nature: 'conflit', id, motif: 'DOUBLON', precision: null } as const
    expect((await desk.decide((context) => discard(context, ecart))).ok).toBe(true)
  })
})

describe('deux corrections d’un arrêt', () => {
  it('attendent une personne, qui garde la seconde', async () => {
    const { opened, id } = await corrections()
    expect(await desk.listed()).toContain(id)
    expect(await active(opened.id)).toEqual(['Première'])
    await desk.decide((context) => choose(context, { nature: 'correction', id, issue: 'DEUXIEME' }))
    expect(await active(opened.id)).toEqual(['Seconde'])
    expect(await desk.listed()).not.toContain(id)
  })

  it('ou les deux, ou la première seule', async () => {
    const both = await corrections()
    await desk.decide((context) => choose(context, { nature: 'correction', id: both.id, issue: 'LES_DEUX' }))
    expect(await active(both.opened.id)).toEqual(['Première', 'Seconde'])
    const one = await corrections()
    const ecart = { nature: 'correction', id: one.id, motif: 'DOUBLON', precision: null } as const
    await desk.decide((context) => discard(context, ecart))
    expect(await active(one.opened.id)).toEqual(['Première'])
    expect(await desk.listed()).not.toContain(one.id)
  })
})

describe('deux clôtures', () => {
  it('se lisent côte à côte, et celle que l’on garde prend la place de l’autre, qui n’est pas perdue', async () => {
    const opened = opening(desk.scene.worker)
    const first = closing(desk.scene.worker, opened.id, { transmission: 'La première' })
    const second = closing(desk.scene.worker, opened.id, { transmission: 'La seconde', couverture: [] })
    await desk.send(opened, first, second)
    expect(await readCas(desk.viewer, { nature: 'acte', id: second.id })).toMatchObject({
      recu: { transmission: 'La seconde' },
      compte: { transmission: 'La première' },
    })
    expect((await desk.decide((context) => keepActe(context, { id: second.id }))).ok).toBe(true)
    expect(await desk.row('SELECT transmission, cloture_id FROM maraudes WHERE id = $1', opened.id)).toEqual({
      transmission: 'La seconde',
      cloture_id: second.id,
    })
    const { remplace } = await desk.row('SELECT remplace FROM decisions WHERE operation_id = $1', second.id)
    expect(remplace).toMatchObject({
      transmission: 'La première',
      couverture: [{ cellule: '891fb466257ffff' }],
    })
  })
})
