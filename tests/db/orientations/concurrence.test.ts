import { describe, expect, it, vi } from 'vitest'
import { acceptOrientation, refuseOrientation, renounceOrientation } from '@/features/passages/commands'
import { act, ask, countRows, createSoiree, plusTard, rowOf, SOIR, viewerOf } from '../places/soiree'
import { insertOrientation } from '../socle/monde'
import { owner } from '../support/connections'

type Taken = Awaited<ReturnType<typeof acceptOrientation>>

function outcomes(results: readonly Taken[]): Record<string, number> {
  const names = results.map((result) => (result.ok ? 'OK' : result.reason))
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]),
  )
}

describe('deux demandes au même instant', () => {
  it('50 acceptations de la dernière place, 20 fois : une seule la prend, les 49 autres l’apprennent', async () => {
    for (let round = 0; round < 20; round++) {
      const monde = await createSoiree(1)
      const demandes = await Promise.all(
        Array.from({ length: 50 }, () => insertOrientation(owner, monde.paris, monde.seine)),
      )
      const receveur = viewerOf(monde.seine, 'COORDINATEUR')
      const results = await Promise.all(
        demandes.map((id) =>
          act(receveur, plusTard(10), (context) =>
            acceptOrientation(context, { id, version: 1, dispositifId: null, placeId: null }),
          ),
        ),
      )
      expect(outcomes(results)).toEqual({ OK: 1, NO_PLACE_LEFT: 49 })
      const perdue = results.find((result) => !result.ok)
      expect(perdue).toMatchObject({
        conflit: { structure: expect.any(String), place: 'Lit 1', dispositif: 'Essai', depuis: plusTard(10) },
      })
      expect(JSON.stringify(perdue)).not.toContain(monde.paris.organisation)
      expect(await countRows('occupations', `place_id = $1 AND etat = 'TENUE'`, [monde.seine.place])).toBe(1)
      expect(
        await countRows('orientations', `receveur_dispositif_id = $1 AND statut = 'ACCEPTEE'`, [
          monde.seine.dispositif,
        ]),
      ).toBe(1)
    }
  }, 120_000)

  it('la même place choisie par 20 demandes : une seule l’obtient', async () => {
    const monde = await createSoiree(3)
    const demandes = await Promise.all(Array.from({ length: 20 }, () => ask(monde)))
    const results = await Promise.all(
      demandes.map(({ id, version }) =>
        act(viewerOf(monde.seine, 'COORDINATEUR'), plusTard(10), (context) =>
          acceptOrientation(context, { id, version, dispositifId: null, placeId: monde.seine.place }),
        ),
      ),
    )
    expect(outcomes(results)).toEqual({ OK: 1, PLACE_TAKEN: 19 })
  })

  it('50 demandes pour 50 places : toutes en obtiennent une, jamais la même', async () => {
    const monde = await createSoiree(50)
    const demandes = await Promise.all(Array.from({ length: 50 }, () => ask(monde)))
    const results = await Promise.all(
      demandes.map(({ id, version }) =>
        act(viewerOf(monde.seine, 'COORDINATEUR'), plusTard(10), (context) =>
          acceptOrientation(context, { id, version, dispositifId: null, placeId: null }),
        ),
      ),
    )
    expect(outcomes(results)).toEqual({ OK: 50 })
    expect(new Set(results.map((result) => (result.ok ? result.value.placeId : null))).size).toBe(50)
  })

  it('une demande acceptée par 20 collègues à la fois : une seule réponse, une seule place', async () => {
    const monde = await createSoiree(20)
    const { id, version } = await ask(monde)
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        act(viewerOf(monde.seine, 'COORDINATEUR'), plusTard(10), (context) =>
          acceptOrientation(context, { id, version, dispositifId: null, placeId: null }),
        ),
      ),
    )
    expect(outcomes(results)).toEqual({ OK: 1, ALREADY_ANSWERED: 19 })
    expect(await countRows('occupations', 'orientation_id = $1', [id])).toBe(1)
  })

  it('une demande faite à tous, prise par deux organisations à la fois : une seule l’a', async () => {
    const monde = await createSoiree(1)
    const ailleurs = await createSoiree(1)
    for (let round = 0; round < 10; round++) {
      const { id, version } = await ask(monde, { receveurDispositifId: null })
      const results = await Promise.all(
        [monde.seine, ailleurs.seine].map((cote) =>
          act(viewerOf(cote, 'COORDINATEUR'), plusTard(200 * (round + 1)), (context) =>
            acceptOrientation(context, { id, version, dispositifId: cote.dispositif, placeId: null }),
          ),
        ),
      )
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      expect(['ALREADY_ANSWERED', 'NOT_FOUND']).toContain(
        results.flatMap((result) => (result.ok ? [] : [result.reason]))[0],
      )
      expect(await countRows('occupations', `orientation_id = $1 AND etat = 'TENUE'`, [id])).toBe(1)
    }
  })

  it('accepter pendant que la personne renonce : l’une des deux, jamais une place tenue pour personne', async () => {
    const monde = await createSoiree(20)
    for (let round = 0; round < 20; round++) {
      const { id, version } = await ask(monde)
      const [accepted, renounced] = await Promise.all([
        act(viewerOf(monde.seine, 'COORDINATEUR'), plusTard(10), (context) =>
          acceptOrientation(context, { id, version, dispositifId: null, placeId: null }),
        ),
        act(viewerOf(monde.paris, 'INTERVENANT'), plusTard(10), (context) =>
          renounceOrientation(context, { id, version, motif: 'TROP_LOIN' }),
        ),
      ])
      expect([accepted.ok, renounced.ok].filter(Boolean)).toHaveLength(1)
      const { statut } = await rowOf('orientations', id)
      const held = await countRows('occupations', `orientation_id = $1 AND etat = 'TENUE'`, [id])
      expect([statut, held]).toEqual(accepted.ok ? ['ACCEPTEE', 1] : ['RENONCEE', 0])
    }
  })

  it('accepter et refuser ensemble : une seule réponse', async () => {
    const monde = await createSoiree(2)
    const { id, version } = await ask(monde)
    const receveur = viewerOf(monde.seine, 'COORDINATEUR')
    const results = await Promise.all([
      act(receveur, plusTard(10), (context) =>
        acceptOrientation(context, { id, version, dispositifId: null, placeId: null }),
      ),
      act(receveur, plusTard(10), (context) =>
        refuseOrientation(context, { id, version, motif: 'PLUS_DE_PLACE', suite: 'SIAO_115' }),
      ),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await countRows('orientation_evenements', 'orientation_id = $1', [id])).toBe(2)
  })
})

describe('une acceptation interrompue', () => {
  it('ne laisse rien à moitié fait quand la base coupe la connexion au milieu', async () => {
    const monde = await createSoiree(1)
    const { id, version } = await ask(monde)
    const receveur = viewerOf(monde.seine, 'COORDINATEUR')
    const cut = act(receveur, plusTard(10), async (context) => {
      const accepted = await acceptOrientation(context, { id, version, dispositifId: null, placeId: null })
      const [self] = await context.tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await owner.query('SELECT pg_terminate_backend($1)', [self?.pid])
      return accepted
    })
    await expect(cut).rejects.toThrow(/terminat|closed|connection/i)
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'ENVOYEE', version: 1 })
    expect(await countRows('occupations', 'place_id = $1', [monde.seine.place])).toBe(0)
    expect(await countRows('journal', `action = 'orientations.accept' AND objet_id = $1`, [id])).toBe(0)
    // The pool may hand the cut connection out once more before it sees that it is gone: the person presses again.
    const again = await vi.waitFor(
      () =>
        act(receveur, SOIR, (context) =>
          acceptOrientation(context, { id, version, dispositifId: null, placeId: null }),
        ),
      { timeout: 10_000 },
    )
    expect(again.ok).toBe(true)
  })
})
