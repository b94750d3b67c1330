import { acceptOrientation } from '@/features/passages/commands'
import { describe, expect, it } from 'vitest'
import { markReady } from '@/features/places/commands'
import { admit, endStay } from '@/features/sejours/commands'
import {
  accept,
  act,
  arrive,
  ask,
  countRows,
  createSoiree,
  MIDI,
  plusTard,
  receveurDe,
  rowOf,
  viewerOf,
} from './soiree'
import { owner } from '../support/connections'

describe('un séjour', () => {
  it('occupe encore après sa fin prévue : personne n’y est admis tant que le départ n’est pas dit', async () => {
    const monde = await createSoiree(1)
    const { sejour } = await arrive(monde)
    const suivant = await ask(monde)
    const nextEvening = 24 * 60
    const blocked = await act(receveurDe(monde), plusTard(nextEvening), (context) =>
      acceptOrientation(context, { id: suivant.id, version: 1, dispositifId: null, placeId: null }),
    )
    expect(blocked).toMatchObject({ ok: false, reason: 'NO_PLACE_LEFT', conflit: { place: 'Lit 1' } })
    const depart = {
      occupationId: sejour.id,
      version: 1,
      destination: 'RUE',
      issue: 'FIN_PREVUE',
      acquis: [],
    } as const
    const ended = await act(receveurDe(monde), plusTard(nextEvening), (context) =>
      endStay(context, { ...depart, acquis: [] }),
    )
    expect(ended.ok).toBe(true)
    expect((await accept(monde, suivant.id, 1, nextEvening + 1)).placeId).toBe(monde.seine.place)
  })

  it('qui se termine tard repousse la réservation dont l’heure était venue', async () => {
    const monde = await createSoiree(1)
    const { sejour } = await arrive(monde)
    const demain = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-24' })
    const tenue = await accept(monde, demain.id)
    expect(tenue.debut).toEqual(MIDI)
    const enRetard = new Date(MIDI.getTime() + 30 * 60_000)
    const bloque = await act(receveurDe(monde), enRetard, (context) =>
      admit(context, { id: demain.id, version: 2 }),
    )
    expect(bloque).toMatchObject({ ok: false, reason: 'PLACE_TAKEN', conflit: { place: 'Lit 1' } })
    const ended = await act(receveurDe(monde), enRetard, (context) =>
      endStay(context, {
        occupationId: sejour.id,
        version: 1,
        destination: 'INCONNUE',
        issue: 'INCONNUE',
        acquis: [],
      }),
    )
    expect(ended.ok).toBe(true)
    expect(await rowOf('occupations', tenue.id)).toMatchObject({ etat: 'TENUE', debut: enRetard })
    const admis = await act(receveurDe(monde), enRetard, (context) =>
      admit(context, { id: demain.id, version: 2 }),
    )
    expect(admis.ok).toBe(true)
  })

  it('laisse une place à préparer, libre quand quelqu’un la dit prête', async () => {
    const monde = await createSoiree(1, { remise_en_etat: true })
    const { sejour } = await arrive(monde)
    await act(receveurDe(monde), MIDI, (context) =>
      endStay(context, {
        occupationId: sejour.id,
        version: 1,
        destination: 'RUE',
        issue: 'DEPART',
        acquis: [],
      }),
    )
    const state = async (instant: Date) =>
      (await owner.query('SELECT statut FROM etat_places_a($1, $2)', [instant, monde.seine.dispositif])).rows
    expect(await state(MIDI)).toEqual([{ statut: 'A_PREPARER' }])
    const later = new Date(MIDI.getTime() + 60_000)
    const vue = { placeId: monde.seine.place, version: 1 }
    expect(
      await act(viewerOf(monde.paris, 'COORDINATEUR'), later, (context) => markReady(context, vue)),
    ).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await act(receveurDe(monde), later, (context) => markReady(context, vue))).toEqual({
      ok: true,
      value: null,
    })
    expect(await state(later)).toEqual([{ statut: 'LIBRE' }])
    expect(await act(receveurDe(monde), later, (context) => markReady(context, vue))).toEqual({
      ok: false,
      reason: 'STALE_VERSION',
    })
  })

  it('ne se termine pas deux fois', async () => {
    const monde = await createSoiree(1)
    const { sejour } = await arrive(monde)
    const end = () =>
      act(receveurDe(monde), MIDI, (context) =>
        endStay(context, {
          occupationId: sejour.id,
          version: 1,
          destination: 'RUE',
          issue: 'DEPART',
          acquis: [],
        }),
      )
    const results = await Promise.all([end(), end()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await countRows('sorties', 'occupation_id = $1', [sejour.id])).toBe(1)
  })
})
