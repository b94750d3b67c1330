import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '@/domain/sync/operation'
import { applyOperations } from '@/features/sync/apply-operations'
import { connectAsOwner } from '../support/databases'
import {
  act,
  arretCorps,
  asking,
  closing,
  envelope,
  makeScene,
  NOW,
  opening,
  send,
  stop,
  type Scene,
} from './terrain-scene'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(() => scene.owner.end())

async function stored(id: string) {
  const { rows } = await scene.owner.query(`SELECT * FROM operations WHERE id = $1`, [id])
  return rows[0]
}

async function count(
  table: 'maraudes' | 'arrets' | 'orientations' | 'operation_conflits',
  column: string,
  id: string,
) {
  const { rows } = await scene.owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1`, [
    id,
  ])
  return rows[0].n
}

describe('10. un fait que la tablette a mal écrit', () => {
  type Case = [name: string, motif: string, make: (maraudeId: string) => Operation]
  const cases: Case[] = [
    ['une commune inconnue', 'Commune inconnue à Paris et en Seine-Saint-Denis', (id) => stop(scene.worker, id, { communeCode: '13055' })],
    ['un compte négatif', 'Personnes connues : un nombre entier de 0 à 500', (id) =>
      stop(scene.worker, id, { rencontres: [{ genre: 'FEMME', trancheAge: 'DE_18_24', situation: 'ISOLEE', connus: -1, nouveaux: 3 }] })],
    ['un départ avant l’arrivée', 'Le départ ne peut pas venir avant l’arrivée', (id) => stop(scene.worker, id, { depart: '2026-11-23T18:29:00Z' })],
    ['une arrivée en 1970', 'Arrivée : date trop ancienne, vérifiez l’heure de la tablette', (id) => stop(scene.worker, id, { arrivee: '1970-01-01T00:00:00Z' })],
    ['un texte de dix mille caractères', 'Note : 1000 caractères au plus', (id) => stop(scene.worker, id, { note: 'a'.repeat(10_000) })],
    ['une ambiance hors liste', 'Ambiance hors de la liste', (id) => stop(scene.worker, id, { ambiance: 'SUPER' })],
    ['un profil sans personne', 'Un profil sans personne', (id) =>
      stop(scene.worker, id, { rencontres: [{ genre: 'FEMME', trancheAge: 'DE_18_24', situation: 'ISOLEE', connus: 0, nouveaux: 0 }] })],
    ['un besoin sans réponse ni cause', 'Un besoin sans réponse dit sa cause, et lui seul', (id) =>
      stop(scene.worker, id, { besoins: [{ kind: 'DORMIR', personnes: 1, reponse: 'SANS_REPONSE' }] })],
    ['un champ que personne ne connaît', 'Champ inconnu : nom', (id) => stop(scene.worker, id, { nom: 'x' })],
    ['un champ absent', 'Arrivée : date et heure attendues', (id) => stop(scene.worker, id, { arrivee: undefined })],
    ['un article hors catalogue', 'Un article de matériel n’existe pas dans le catalogue.', (id) =>
      stop(scene.worker, id, { materiel: [{ article: 'inconnu', sens: 'DONNE', quantite: 1 }] })],
    ['une structure inconnue', 'La structure de l’arrêt n’existe pas dans l’annuaire.', (id) => stop(scene.worker, id, { structureId: uuidv7() })],
    ['plus d’unités que la base n’en accepte', 'Une quantité de matériel n’est pas de 1 à 5 000, une fois les kits ouverts (materiels_quantite)', (id) =>
      stop(scene.worker, id, { materiel: [{ article: 'carnet-sniff', sens: 'DONNE', quantite: 600 }] })],
    ['un arrêt d’un autre jour', 'L’heure de l’arrêt est loin de celle de la maraude.', (id) =>
      stop(scene.worker, id, { arrivee: '2026-11-20T18:30:00Z', depart: null })],
    ['une fin avant le début', 'La fin vient avant le début de la maraude.', (id) => closing(scene.worker, id, { fin: '2026-11-23T17:00:00Z' })],
    ['une maraude de trois jours', 'L’heure est dans le futur : la tablette est mal réglée.', (id) =>
      closing(scene.worker, id, { fin: '2026-11-26T17:00:00Z' })],
    ['une sorte de fait inconnue', 'Sorte de fait inconnue', (id) => ({ ...stop(scene.worker, id), kind: 'arret.effacer' })],
    ['une place pour un mineur', 'Une personne mineure n’est jamais enregistrée ni orientée vers une place : contacter l’ASE du département',
      () => asking(scene.worker, null, { trancheAge: 'MOINS_18' })],
  ] // prettier-ignore

  it.each(cases)('est gardé en quarantaine avec sa raison : %s', async (_, motif, make) => {
    const opened = opening(scene.worker)
    const bad = make(opened.id)
    const good = act(scene.worker, 'arret.noter', arretCorps(opened.id))
    const verdicts = await send(scene.worker, opened, bad, good)
    expect(verdicts).toEqual([
      { id: opened.id, verdict: 'applique' },
      { id: bad.id, verdict: 'quarantaine', motif },
      { id: good.id, verdict: 'applique' },
    ])
    expect(await stored(bad.id)).toMatchObject({ verdict: 'QUARANTAINE', motif, corps: bad.corps })
    expect(await count('arrets', 'maraude_id', opened.id)).toBe(1)
    expect(await send(scene.worker, bad)).toEqual([
      { id: bad.id, verdict: 'doublon', etat: 'quarantaine', motif },
    ])
  })

  it('une ouverture en 1970 est gardée, et les arrêts de cette maraude attendent', async () => {
    const opened = opening(scene.worker, { debut: '1970-01-01T00:00:00Z' })
    const stopped = act(scene.worker, 'arret.noter', arretCorps(opened.id))
    const verdicts = await send(scene.worker, opened, stopped)
    expect(verdicts).toMatchObject([{ verdict: 'quarantaine' }, { verdict: 'en-attente' }])
    expect(await stored(stopped.id)).toMatchObject({
      verdict: 'EN_ATTENTE',
      attend_id: opened.id,
      corps: stopped.corps,
    })
  })
})

describe('un même identifiant avec un autre corps', () => {
  it('donne « conflit », garde les deux et n’écrase rien', async () => {
    const opened = opening(scene.worker)
    const other = { ...opened, corps: { ...opened.corps, equipe: 9 } }
    await send(scene.worker, opened)
    for (let time = 0; time < 3; time++)
      expect(await send(scene.worker, other)).toMatchObject([{ id: opened.id, verdict: 'conflit' }])
    expect(await count('operation_conflits', 'operation_id', opened.id)).toBe(1)
    const { rows } = await scene.owner.query(`SELECT corps FROM operation_conflits WHERE operation_id = $1`, [
      opened.id,
    ])
    expect(rows[0].corps).toEqual(other.corps)
    const maraudes = await scene.owner.query(`SELECT equipe FROM maraudes WHERE id = $1`, [opened.id])
    expect(maraudes.rows).toEqual([{ equipe: 3 }])
    expect(await send(scene.worker, opened)).toMatchObject([{ verdict: 'doublon', etat: 'applique' }])
  })

  it('ne voit pas de différence dans l’ordre des champs', async () => {
    const opened = opening(scene.worker)
    await send(scene.worker, opened)
    const reversed = Object.fromEntries(Object.entries(opened.corps).toReversed())
    expect(await send(scene.worker, { ...opened, corps: reversed })).toMatchObject([{ verdict: 'doublon' }])
  })
})

describe('qui signe', () => {
  it('un fait noté par un autre compte est gardé en quarantaine, jamais signé à sa place', async () => {
    const other = await scene.account(scene.ours, 'INTERVENANT')
    const opened = opening(scene.worker)
    expect(await send(other, opened)).toMatchObject([
      { verdict: 'quarantaine', motif: 'Noté par un autre compte que celui qui l’envoie' },
    ])
    expect(await stored(opened.id)).toMatchObject({ auteur_id: scene.worker.compteId })
    expect(await count('maraudes', 'id', opened.id)).toBe(0)
  })

  it('un droit retiré en pleine maraude ne perd rien', async () => {
    const revoked = await scene.account(scene.ours, 'MEDIATEUR')
    const opened = opening(revoked)
    expect(await send(revoked, opened)).toMatchObject([
      { verdict: 'quarantaine', motif: 'Ce compte n’a pas, ou plus, le droit de noter une maraude.' },
    ])
    expect(await stored(opened.id)).toMatchObject({ corps: opened.corps })
  })

  it('la maraude d’une autre organisation est introuvable', async () => {
    const opened = opening(scene.worker)
    await send(scene.worker, opened)
    const stranger = await scene.account(scene.theirs, 'INTERVENANT')
    expect(await send(stranger, act(stranger, 'arret.noter', arretCorps(opened.id)))).toMatchObject([
      { verdict: 'en-attente', motif: 'La maraude de ce fait n’est pas encore arrivée.' },
    ])
    expect(await count('arrets', 'maraude_id', opened.id)).toBe(0)
  })

  it('un compte sans organisation est refusé en bloc', async () => {
    const nobody = await scene.account(null, 'MMPCR')
    expect(await applyOperations(nobody, NOW, envelope([]))).toEqual({
      ok: false,
      reason: 'SANS_ORGANISATION',
    })
  })

  it('un fait attendu d’une collègue est repris au contact suivant de son auteur', async () => {
    const colleague = await scene.account(scene.ours, 'INTERVENANT')
    const opened = opening(colleague)
    const stopped = act(scene.worker, 'arret.noter', arretCorps(opened.id))
    expect(await send(scene.worker, stopped)).toMatchObject([{ verdict: 'en-attente' }])
    expect(await send(colleague, opened)).toMatchObject([{ id: opened.id, verdict: 'applique' }])
    expect(await send(scene.worker)).toEqual([{ id: stopped.id, verdict: 'applique' }])
    expect(await count('arrets', 'maraude_id', opened.id)).toBe(1)
  })
})

describe('la base et les versions', () => {
  it('coupée au milieu d’un fait, répond « recommencer » et n’en garde pas la moitié', async () => {
    const opened = opening(scene.worker)
    const stopped = act(scene.worker, 'arret.noter', arretCorps(opened.id))
    const next = act(scene.worker, 'arret.noter', arretCorps(opened.id, { lieu: 'Ensuite' }))
    await send(scene.worker, opened)
    const blocker = await connectAsOwner()
    await blocker.query('BEGIN; LOCK TABLE rencontres IN ACCESS EXCLUSIVE MODE')
    const sending = send(scene.worker, stopped, next)
    // First both acts together, then the first one alone.
    await killWhoWaits('rencontres', 2)
    await blocker.query('COMMIT')
    await blocker.end()
    expect(await sending).toEqual([
      { id: stopped.id, verdict: 'recommencer' },
      { id: next.id, verdict: 'applique' },
    ])
    expect(await stored(stopped.id)).toBeUndefined()
    expect(await count('arrets', 'id', stopped.id)).toBe(0)
    expect(await send(scene.worker, stopped)).toMatchObject([{ verdict: 'applique' }])
  })

  it('11. une version plus récente reste sur la tablette', async () => {
    const newer = { ...opening(scene.worker), schemaVersion: 2 }
    expect(await send(scene.worker, newer)).toEqual([{ id: newer.id, verdict: 'version-plus-recente' }])
    expect(await stored(newer.id)).toBeUndefined()
  })

  it('compte ce que chaque tablette a fait, gardé et envoyé', async () => {
    const appareilId = uuidv7()
    const opened = opening(scene.worker)
    const sending = { ...envelope([opened], appareilId), enAttente: 5, sequenceMax: 12 }
    const first = await applyOperations(scene.worker, NOW, sending)
    expect(first).toMatchObject({ ok: true, value: { recu: 1, recus: 1, maxSequence: 12 } })
    const later = new Date(NOW.getTime() + 60_000)
    await applyOperations(scene.worker, later, { ...sending, operations: [], enAttente: 4, sequenceMax: 12 })
    const { rows } = await scene.owner.query(`SELECT * FROM appareils WHERE id = $1`, [appareilId])
    expect(rows).toMatchObject([
      {
        organisation_id: scene.ours,
        premier_contact_le: NOW,
        dernier_contact_le: later,
        sequence_max: 12,
        en_attente: 4,
      },
    ])
  })

  it('ne laisse pas une organisation écrire sur la tablette d’une autre', async () => {
    const appareilId = uuidv7()
    await applyOperations(scene.worker, NOW, envelope([], appareilId))
    const stranger = await scene.account(scene.theirs, 'INTERVENANT')
    await applyOperations(stranger, NOW, { ...envelope([], appareilId), sequenceMax: 999_999 })
    const { rows } = await scene.owner.query(
      `SELECT organisation_id, sequence_max FROM appareils WHERE id = $1`,
      [appareilId],
    )
    expect(rows[0].organisation_id).toBe(scene.ours)
    expect(rows[0].sequence_max).toBeLessThan(999_999)
  })
})

/** Ends, one after the other, the first `times` connections that wait for this table. */
async function killWhoWaits(table: string, times: number): Promise<void> {
  const killed: number[] = []
  while (killed.length < times) {
    const { rows } = await scene.owner.query<{ pid: number }>(
      `SELECT pid, pg_terminate_backend(pid) FROM pg_locks
       WHERE NOT granted AND relation = $1::regclass AND NOT pid = ANY($2::int[])`,
      [table, killed],
    )
    killed.push(...rows.map(({ pid }) => pid))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
