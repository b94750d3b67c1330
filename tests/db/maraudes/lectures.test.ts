import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/transaction'
import { addDays, civilDate } from '@/domain/commun/civil-date'
import type { Viewer } from '@/domain/comptes/viewer'
import { type FiltresMaraudes, sansFiltre } from '@/domain/maraudes/filtres'
import { findCommune } from '@/domain/territoire/territoire'
import { validateMaraude } from '@/features/maraudes/commands'
import { listMaraudes, MARAUDES_PAR_PAGE, readMaraude } from '@/features/maraudes/queries'
import { applyOperations } from '@/features/sync/apply-operations'
import { listDemandes, readPaquet } from '@/features/terrain/queries'
import {
  act,
  arretCorps,
  asking,
  closing,
  envelope,
  makeScene,
  NOW,
  opening,
  type Scene,
} from '../sync/terrain-scene'

let scene: Scene
let opened: ReturnType<typeof opening>
let stopped: ReturnType<typeof opening>
let asked: ReturnType<typeof opening>
let coordinator: Viewer

beforeAll(async () => {
  scene = await makeScene()
  coordinator = await scene.account(scene.ours, 'COORDINATEUR')
  opened = opening(scene.worker)
  stopped = act(scene.worker, 'arret.noter', arretCorps(opened.id))
  const corrected = act(scene.worker, 'arret.corriger', { ...arretCorps(opened.id), remplaceId: stopped.id })
  asked = asking(scene.worker, stopped.id)
  await applyOperations(scene.worker, NOW, envelope([opened, stopped, corrected, asked]))
})
afterAll(() => scene.owner.end())

describe('les maraudes au bureau', () => {
  it('comptent les arrêts actifs seuls, en unités', async () => {
    const page = await listMaraudes(coordinator, null)
    expect(page?.maraudes).toMatchObject([
      {
        id: opened.id,
        nuit: '2026-11-23',
        secteur: 'Paris 18e',
        statut: 'EN_COURS',
        arrets: 1,
        personnes: 2,
        nouvelles: 1,
        donnes: 16,
        recuperes: 2,
        sansReponse: 1,
        enConflit: 0,
      },
    ])
  })

  it('se tournent page à page sans trou ni doublon', async () => {
    const other = await scene.account(scene.theirs, 'COORDINATEUR')
    const rounds = Array.from({ length: MARAUDES_PAR_PAGE + 7 }, () => opening(other))
    for (let start = 0; start < rounds.length; start += 40)
      await applyOperations(other, NOW, envelope(rounds.slice(start, start + 40)))
    const first = await listMaraudes(other, null)
    const second = await listMaraudes(other, first?.suite ?? null)
    const ids = [...(first?.maraudes ?? []), ...(second?.maraudes ?? [])].map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set(rounds.map(({ id }) => id)))
    expect(ids).toHaveLength(rounds.length)
    expect(second?.suite).toBeNull()
  })

  it('se filtrent par secteur, état et nuits, page par page', async () => {
    const other = await scene.account(scene.theirs, 'COORDINATEUR')
    const filtered = (change: Partial<FiltresMaraudes>) =>
      listMaraudes(other, null, { ...sansFiltre, ...change })
    const all = await listMaraudes(other, null)
    expect(all?.maraudes.length).toBeGreaterThan(0)
    expect((await filtered({ secteur: '75118' }))?.suite).toEqual(all?.suite)
    expect((await filtered({ secteur: '93008' }))?.maraudes).toEqual([])
    expect((await filtered({ statut: 'VALIDEE' }))?.maraudes).toEqual([])
    const nuit = civilDate('2026-11-23')
    expect((await filtered({ du: nuit, au: nuit, statut: 'EN_COURS' }))?.maraudes).toHaveLength(50)
    expect((await filtered({ au: addDays(nuit, -1) }))?.maraudes).toEqual([])
  })

  it('d’une autre organisation sont introuvables', async () => {
    const stranger = await scene.account(scene.theirs, 'COORDINATEUR')
    expect(await readMaraude(stranger, opened.id)).toBeNull()
    expect(await readMaraude(coordinator, opened.id)).toMatchObject({ id: opened.id, nuit: '2026-11-23' })
    expect(await listMaraudes(await scene.account(scene.ours, 'MEDIATEUR'), null)).toBeNull()
  })

  it('se valident une fois closes, par qui en a le droit, et ne bougent plus', async () => {
    const validate = (actor: Viewer) =>
      inTransaction(actor, (tx) => validateMaraude({ actor, now: NOW, tx }, { id: opened.id }))
    expect(await validate(coordinator)).toEqual({ ok: false, reason: 'PAS_CLOSE' })
    await applyOperations(scene.worker, NOW, envelope([closing(scene.worker, opened.id)]))
    expect(await validate(scene.worker)).toEqual({ ok: false, reason: 'DROIT_ABSENT' })
    expect(await validate(coordinator)).toEqual({ ok: true, value: { id: opened.id } })
    const late = act(scene.worker, 'arret.noter', arretCorps(opened.id))
    const answer = await applyOperations(scene.worker, NOW, envelope([late]))
    expect(answer).toMatchObject({
      value: {
        verdicts: [
          { verdict: 'quarantaine', motif: 'La maraude est déjà validée : la coordination décidera.' },
        ],
      },
    })
  })
})

describe('ce que la tablette emporte', () => {
  it('ne nomme ni personne ni lieu confidentiel', async () => {
    await scene.owner.query(`UPDATE structures SET confidentiel = true WHERE id = $1`, [scene.accueil])
    const paquet = await readPaquet(scene.worker, NOW)
    expect(paquet).toMatchObject({
      compte: { id: scene.worker.compteId },
      structures: [{ id: scene.caarud, communeCode: '75118' }],
      prescripteurs: [{ id: scene.caarud }],
      dispositifs: [{ id: scene.dispositif, nom: 'Urgence d’essai', libres: null }],
    })
    expect(paquet?.articles.find(({ code }) => code === 'kit-sniff')?.contenu).toEqual({ 'feuille-sniff': 2 })
  })

  it('place une structure à son adresse en vigueur, ou au centre de sa commune en le disant', async () => {
    const drawn = async () => (await readPaquet(scene.worker, NOW))?.structures.map(({ point }) => point)
    expect(await drawn()).toEqual([
      {
        longitude: findCommune('75118')?.longitude,
        latitude: findCommune('75118')?.latitude,
        precision: 'COMMUNE',
      },
    ])
    await scene.owner.query(
      `INSERT INTO adresses_structure (id, structure_id, organisation_id, adresse, longitude, latitude, du, au)
       VALUES ($1, $3, $4, 'Hier', 2.3, 48.8, '2025-01-01', '2026-01-01'), ($2, $3, $4, 'Aujourd’hui', 2.36, 48.89, '2026-01-01', NULL)`,
      [uuidv7(), uuidv7(), scene.caarud, scene.ours],
    )
    expect(await drawn()).toEqual([{ longitude: 2.36, latitude: 48.89, precision: 'ADRESSE' }])
  })

  it('compte les places libres avec leur âge', async () => {
    await scene.owner.query(
      `INSERT INTO places (id, dispositif_id, organisation_id, libelle, du) VALUES ($1, $2, $3, 'Lit 1', '2026-01-01')`,
      [uuidv7(), scene.dispositif, scene.theirs],
    )
    const paquet = await readPaquet(scene.worker, NOW)
    expect(paquet?.dispositifs).toMatchObject([{ libres: 1, libresLe: '2026-01-01T00:00:00.000Z' }])
  })

  it('n’est rien pour qui ne note pas de maraude', async () => {
    expect(await readPaquet(await scene.account(scene.ours, 'MEDIATEUR'), NOW)).toBeNull()
    expect(await readPaquet(await scene.account(null, 'MMPCR'), NOW)).toBeNull()
  })

  it('suit les demandes de ce compte, et d’aucun autre', async () => {
    expect(await listDemandes(scene.worker, NOW)).toMatchObject([
      { id: asked.id, statut: 'ENVOYEE', tenueJusqua: null },
    ])
    expect(await listDemandes(await scene.account(scene.ours, 'INTERVENANT'), NOW)).toEqual([])
    expect(await listDemandes(await scene.account(scene.theirs, 'INTERVENANT'), NOW)).toEqual([])
  })
})
