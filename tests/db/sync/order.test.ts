import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '@/domain/sync/operation'
import { applyOperations } from '@/features/sync/apply-operations'
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
  snapshot,
} from './terrain-scene'

const NAMES = [
  'ouvre',
  'arret',
  'corrige',
  'corrigeEncore',
  'corrigeAussi',
  'clot',
  'clotAussi',
  'demande',
] as const

/** A whole round: a stop corrected twice at once, one correction corrected, two closings, a request for a place. */
function makeRound({ worker }: Scene): Record<(typeof NAMES)[number], Operation> {
  const ouvre = opening(worker)
  const arret = act(worker, 'arret.noter', arretCorps(ouvre.id))
  const corrige = act(worker, 'arret.corriger', {
    ...arretCorps(ouvre.id, { note: 'Corrigé' }),
    remplaceId: arret.id,
  })
  const corrigeAussi = act(worker, 'arret.corriger', {
    ...arretCorps(ouvre.id, { mediations: 4 }),
    remplaceId: arret.id,
  })
  const corrigeEncore = act(worker, 'arret.corriger', {
    ...arretCorps(ouvre.id, { mediations: 5 }),
    remplaceId: corrige.id,
  })
  const clot = closing(worker, ouvre.id)
  const clotAussi = closing(worker, ouvre.id, { transmission: 'Autre fin', fin: '2026-11-23T20:45:00.000Z' })
  const demande = asking(worker, arret.id)
  return { ouvre, arret, corrige, corrigeEncore, corrigeAussi, clot, clotAussi, demande }
}

describe('les faits d’une maraude', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await makeScene()
  })
  afterAll(() => scene.owner.end())

  it('laissent les mêmes lignes, envoyés trois fois chacun dans n’importe quel ordre et par lots quelconques', async () => {
    let expected: unknown = null
    const appareil = uuidv7()
    const thrice = NAMES.flatMap((name) => [name, name, name])
    const sendings = fc.record({
      order: fc.shuffledSubarray(thrice, { minLength: thrice.length }),
      size: fc.integer({ min: 1, max: thrice.length }),
    })
    await fc.assert(
      fc.asyncProperty(sendings, async ({ order, size }) => {
        const round = makeRound(scene)
        for (let start = 0; start < order.length; start += size) {
          const batch = order.slice(start, start + size).map((name) => round[name])
          const result = await applyOperations(scene.worker, NOW, envelope(batch, appareil))
          expect(result.ok).toBe(true)
        }
        const rows = await snapshot(scene.owner, round)
        expected ??= rows
        expect(rows).toEqual(expected)
      }),
      { numRuns: 25 },
    )
    expect(expected).toMatchObject({
      maraudes: [{ statut: 'CLOSE', cloture_id: 'clot', transmission: 'Rien de particulier' }],
      arrets: [
        { id: 'arret', statut: 'REMPLACE' },
        { id: 'corrige', statut: 'REMPLACE' },
        { id: 'corrigeAussi', statut: 'EN_CONFLIT' },
        { id: 'corrigeEncore', statut: 'ACTIF' },
      ],
      orientations: [{ id: 'demande', arret_id: 'arret', statut: 'ENVOYEE' }],
      operations: NAMES.map(() => ({})),
    })
  }, 120_000)

  it('décomposent les kits et comptent des unités', async () => {
    const { ouvre, arret } = makeRound(scene)
    await applyOperations(scene.worker, NOW, envelope([ouvre, arret]))
    const { rows } = await scene.owner.query(
      `SELECT article_code, sens, quantite FROM materiels WHERE arret_id = $1 ORDER BY 1`,
      [arret.id],
    )
    expect(rows).toEqual([
      { article_code: 'embout', sens: 'DONNE', quantite: 7 },
      { article_code: 'grille', sens: 'DONNE', quantite: 6 },
      { article_code: 'pipe-droite', sens: 'DONNE', quantite: 3 },
      { article_code: 'pipe-usagee', sens: 'RECUPERE', quantite: 2 },
    ])
  })

  it('arrivés en même temps dix fois ne font qu’une ligne', async () => {
    const { ouvre, arret, demande } = makeRound(scene)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        applyOperations(
          scene.worker,
          NOW,
          envelope(index % 2 === 0 ? [ouvre, arret, demande] : [demande, arret, ouvre]),
        ),
      ),
    )
    const verdicts = answers.flatMap((answer) => (answer.ok ? answer.value.verdicts : []))
    expect(verdicts.every(({ verdict }) => ['applique', 'doublon', 'en-attente'].includes(verdict))).toBe(
      true,
    )
    expect(await snapshot(scene.owner, { ouvre, arret, demande })).toMatchObject({
      maraudes: [{ id: 'ouvre' }],
      arrets: [{ id: 'arret' }],
      orientations: [{ id: 'demande' }],
      operations: [{ verdict: 'APPLIQUE' }, { verdict: 'APPLIQUE' }, { verdict: 'APPLIQUE' }],
    })
  })

  it('annoncent à la tablette ceux qui attendaient et viennent d’être appliqués', async () => {
    const { ouvre, arret } = makeRound(scene)
    const early = await applyOperations(scene.worker, NOW, envelope([arret]))
    expect(early.ok && early.value.verdicts).toMatchObject([{ id: arret.id, verdict: 'en-attente' }])
    const late = await applyOperations(scene.worker, NOW, envelope([ouvre]))
    expect(late.ok && late.value.verdicts).toMatchObject([
      { id: ouvre.id, verdict: 'applique' },
      { id: arret.id, verdict: 'applique' },
    ])
    expect(late.ok && late.value.recu).toBe(1)
  })
})
