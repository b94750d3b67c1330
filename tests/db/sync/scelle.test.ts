import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintDevice, readAuthor } from '@/auth/device-author'
import type { Viewer } from '@/domain/comptes/viewer'
import { readEnvoi } from '@/domain/sync/envoi'
import type { Operation } from '@/domain/sync/operation'
import { type Pli, sealPli } from '@/domain/sync/pli'
import type { ReponseSync } from '@/domain/sync/reponse'
import { receiveSending } from '@/features/sync/receive-sending'
import { openSealed, readSealingKey } from '@/lib/sealing-keys'
import { act, arretCorps, makeScene, NOW, opening, type Scene } from './terrain-scene'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(() => scene.owner.end())

type Sent = { id: string; sequence: number; enveloppe: unknown }

async function seal(operation: Operation): Promise<Sent & { enveloppe: Pli }> {
  const { sequence, ...rest } = operation
  return {
    id: rest.id,
    sequence,
    enveloppe: await sealPli(JSON.stringify(rest), await readSealingKey()),
  }
}

/** An enrolled tablet of the scene's association brings these items. */
async function bring(items: Sent[], more: object = {}, appareilId = uuidv7()): Promise<ReponseSync> {
  const device = { id: appareilId, organisationId: scene.ours, nom: 'Tablette' }
  const envoi = readEnvoi(
    JSON.parse(
      JSON.stringify({
        protocole: 2,
        appareilId,
        envoyeLe: NOW,
        enAttente: items.length,
        plusAncien: NOW,
        maxSequence: items.length,
        operations: items,
        ...more,
      }),
    ),
  )
  if (envoi === null) throw new Error('envoi illisible')
  const porteur = {
    viewer: mintDevice(device),
    appareilId,
    enrole: { appareilId, nom: device.nom },
    authorOf: (compteId: string) => readAuthor(compteId, device),
  }
  const cles = { open: openSealed, publique: await readSealingKey() }
  const result = await receiveSending(porteur, NOW, envoi, cles)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function stored(id: string) {
  const { rows } = await scene.owner.query(`SELECT * FROM operations WHERE id = $1`, [id])
  return rows[0]
}

async function close(viewer: Viewer) {
  await scene.owner.query(`UPDATE comptes SET actif = false WHERE id = $1`, [viewer.compteId])
}

describe('12. une tablette partagée : les faits scellés de deux personnes', () => {
  it('comptent chacun au nom de qui les a notés, sans session', async () => {
    const colleague = await scene.account(scene.ours, 'INTERVENANT')
    const [one, two] = [opening(scene.worker), opening(colleague)]
    const answer = await bring([await seal(one), await seal(two)], { maxSequence: 9 })
    expect(answer.verdicts).toMatchObject([
      { id: one.id, verdict: 'applique' },
      { id: two.id, verdict: 'applique' },
    ])
    expect(answer).toMatchObject({ recu: 2, recus: 2, maxSequence: 9 })
    const { rows } = await scene.owner.query(`SELECT id, auteur_id FROM maraudes WHERE id = ANY($1)`, [
      [one.id, two.id],
    ])
    expect(Object.fromEntries(rows.map((row) => [row.id, row.auteur_id]))).toEqual({
      [one.id]: scene.worker.compteId,
      [two.id]: colleague.compteId,
    })
  })

  it('ne comptent pas quand leur auteur est d’une autre organisation, et sont gardés', async () => {
    const stranger = await scene.account(scene.theirs, 'INTERVENANT')
    const opened = opening(stranger)
    expect((await bring([await seal(opened)])).verdicts).toMatchObject([{ verdict: 'quarantaine' }])
    expect(await stored(opened.id)).toMatchObject({ motif: 'AUTEUR_INCONNU', organisation_id: scene.ours })
  })
})

describe('8. une personne dont le compte est fermé entre la saisie et l’envoi', () => {
  it('voit ses faits gardés en quarantaine avec leur raison, et ce que la tablette garde d’elle effacé', async () => {
    const leaving = await scene.account(scene.ours, 'INTERVENANT')
    const opened = opening(leaving)
    const sealed = await seal(opened)
    await close(leaving)
    const answer = await bring([sealed], { comptes: [leaving.compteId, scene.worker.compteId] })
    expect(answer.verdicts).toMatchObject([
      { verdict: 'quarantaine', motif: 'Ce compte n’a pas, ou plus, le droit de noter une maraude.' },
    ])
    expect(await stored(opened.id)).toMatchObject({ auteur_id: leaving.compteId, corps: opened.corps })
    expect(answer.effacer).toEqual([leaving.compteId])
  })
})

describe('19. une enveloppe empoisonnée', () => {
  it('est gardée telle quelle, avec un reçu, et ne retient pas les autres', async () => {
    const [bad, good] = [opening(scene.worker), opening(scene.worker)]
    const sealed = await seal(bad)
    const { ct } = sealed.enveloppe
    const enveloppe = { ...sealed.enveloppe, ct: (ct.startsWith('A') ? 'B' : 'A') + ct.slice(1) }
    const poisoned = { ...sealed, enveloppe }
    const answer = await bring([poisoned, await seal(good)])
    expect(answer.verdicts).toMatchObject([
      { id: bad.id, verdict: 'quarantaine' },
      { id: good.id, verdict: 'applique' },
    ])
    expect(answer.recu).toBe(2)
    expect(await stored(bad.id)).toMatchObject({
      kind: 'illisible',
      motif: 'ILLISIBLE',
      auteur_id: null,
      corps: { enveloppe },
    })
    expect((await bring([poisoned])).verdicts).toEqual([
      { id: bad.id, verdict: 'doublon', etat: 'quarantaine' },
    ])
  })

  it.each([
    ['un texte', 'bonjour'],
    ['rien', null],
    ['une clé inconnue', { v: 1, kid: 'AAAAAAAAAAAA', epk: 'AAAA', iv: 'AAAA', ct: 'AAAA' }],
  ])('quelle qu’elle soit : %s', async (_, enveloppe) => {
    const id = uuidv7()
    expect((await bring([{ id, sequence: 1, enveloppe }])).verdicts).toMatchObject([
      { verdict: 'quarantaine' },
    ])
    expect(await stored(id)).toMatchObject({ verdict: 'QUARANTAINE', corps: { enveloppe } })
  })

  it('dont le nom dehors n’est pas celui dedans ne passe pas pour une autre', async () => {
    const opened = opening(scene.worker)
    const swapped = { ...(await seal(opened)), id: uuidv7() }
    expect((await bring([swapped])).verdicts).toMatchObject([{ id: swapped.id, verdict: 'quarantaine' }])
    expect(await stored(opened.id)).toBeUndefined()
  })

  it('sous le nom d’un fait déjà reçu laisse ce fait et reste à côté', async () => {
    const opened = opening(scene.worker)
    await bring([await seal(opened)])
    const answer = await bring([{ id: opened.id, sequence: 1, enveloppe: 'bonjour' }])
    expect(answer.verdicts).toEqual([{ id: opened.id, verdict: 'conflit' }])
    expect(await stored(opened.id)).toMatchObject({ verdict: 'APPLIQUE', kind: 'maraude.ouvrir' })
  })
})

describe('6. une horloge fausse', () => {
  it.each([
    ['en avance de trois heures', 3 * 3600],
    ['en retard de deux jours', -2 * 24 * 3600],
  ])('%s : l’envoi passe, l’écart est noté, l’attente est ramenée à notre heure', async (_, seconds) => {
    const appareilId = uuidv7()
    const wrong = new Date(NOW.getTime() + seconds * 1000)
    const opened = opening(scene.worker)
    const later = act(scene.worker, 'arret.noter', arretCorps(opened.id))
    const answer = await bring(
      [await seal(opened)],
      { envoyeLe: wrong, plusAncien: wrong, enAttente: 2, maxSequence: later.sequence },
      appareilId,
    )
    expect(answer.verdicts).toMatchObject([{ verdict: 'applique' }])
    expect(await stored(opened.id)).toMatchObject({ decalage: seconds, recue_le: NOW })
    const { rows } = await scene.owner.query(
      `SELECT decalage, plus_ancien_le, en_attente FROM appareils WHERE id = $1`,
      [appareilId],
    )
    expect(rows).toEqual([{ decalage: seconds, plus_ancien_le: NOW, en_attente: 1 }])
  })
})
