import { describe, expect, it } from 'vitest'
import { undoArrival, undoDeparture } from '@/features/annulations/commands'
import { releaseHold } from '@/features/tenues/commands'
import { bookPlace, retakeHold } from '@/features/reservations/commands'
import { admit, admitVisitor, endStay } from '@/features/sejours/commands'
import { civilDate } from '@/domain/commun/civil-date'
import { besoinSimple } from '@/domain/places/convient'
import type { Reservation } from '@/domain/places/reservation'
import type { Monde } from '../socle/monde'
import { owner } from '../support/connections'
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
} from './soiree'

function end(monde: Monde, occupationId: string, instant: Date) {
  return act(receveurDe(monde), instant, (context) =>
    endStay(context, { occupationId, version: 1, destination: 'RUE', issue: 'DEPART', acquis: [] }),
  )
}

function undo(monde: Monde, occupationId: string, version: number, instant: Date) {
  return act(receveurDe(monde), instant, (context) => undoDeparture(context, { occupationId, version }))
}

describe('un départ noté par erreur', () => {
  it('s’annule : le séjour continue, la demande redevient arrivée, la sortie n’est plus comptée', async () => {
    const monde = await createSoiree(1)
    const { id, sejour } = await arrive(monde)
    await end(monde, sejour.id, plusTard(120))
    const undone = await undo(monde, sejour.id, 2, plusTard(125))
    expect(undone).toEqual({ ok: true, value: { libelle: 'Lit 1' } })
    expect(await rowOf('occupations', sejour.id)).toMatchObject({ etat: 'EN_COURS', fin: MIDI })
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'ARRIVEE', motif: null })
    expect(await countRows('sorties', 'occupation_id = $1', [sejour.id])).toBe(0)
    const { rows } = await owner.query(
      'SELECT de, vers, details FROM orientation_evenements WHERE orientation_id = $1 ORDER BY le DESC, id DESC LIMIT 1',
      [id],
    )
    expect(rows).toEqual([{ de: 'CLOSE', vers: 'ARRIVEE', details: { annulation: true } }])
    expect((await end(monde, sejour.id, MIDI)).ok).toBe(false)
  })

  it('ne s’annule plus quand la place a été prise : la réservation est nommée', async () => {
    const monde = await createSoiree(1)
    const { sejour } = await arrive(monde)
    await end(monde, sejour.id, plusTard(120))
    await accept(monde, (await ask(monde)).id, 1, 130)
    expect(await undo(monde, sejour.id, 2, plusTard(135))).toMatchObject({
      ok: false,
      reason: 'PLACE_TAKEN',
      conflit: { place: 'Lit 1' },
    })
  })

  it('ne s’annule plus après un jour, ni deux fois, ni sur un écran vieux', async () => {
    const monde = await createSoiree(1)
    const { sejour } = await arrive(monde)
    await end(monde, sejour.id, plusTard(120))
    expect(await undo(monde, sejour.id, 1, plusTard(121))).toEqual({ ok: false, reason: 'STALE_VERSION' })
    expect(await undo(monde, sejour.id, 2, plusTard(120 + 24 * 60 + 1))).toEqual({
      ok: false,
      reason: 'TOO_LATE_TO_UNDO',
    })
    expect((await undo(monde, sejour.id, 2, plusTard(121))).ok).toBe(true)
    expect(await undo(monde, sejour.id, 3, plusTard(122))).toEqual({ ok: false, reason: 'TOO_LATE_TO_UNDO' })
  })
})

describe('une arrivée notée par erreur', () => {
  it('s’annule : la place est tenue de nouveau pour la demande, et l’arrivée peut se refaire', async () => {
    const monde = await createSoiree(1)
    const { id, sejour } = await arrive(monde)
    const undone = await act(receveurDe(monde), plusTard(70), (context) =>
      undoArrival(context, { occupationId: sejour.id, version: 1 }),
    )
    expect(undone.ok).toBe(true)
    expect(await rowOf('occupations', sejour.id)).toMatchObject({ etat: 'ANNULEE' })
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'ACCEPTEE', placee_le: null, version: 4 })
    expect(await countRows('occupations', `orientation_id = $1 AND etat = 'TENUE'`, [id])).toBe(1)
    const again = await act(receveurDe(monde), plusTard(80), (context) => admit(context, { id, version: 4 }))
    expect(again.ok).toBe(true)
  })

  it('à la porte, rend la place', async () => {
    const monde = await createSoiree(1)
    const visite = await act(receveurDe(monde), plusTard(10), (context) =>
      admitVisitor(context, { placeId: monde.seine.place, personnes: 1 }),
    )
    if (!visite.ok) throw new Error(visite.reason)
    await act(receveurDe(monde), plusTard(12), (context) =>
      undoArrival(context, { occupationId: visite.value.id, version: 1 }),
    )
    const { rows } = await owner.query('SELECT statut FROM etat_places_a($1, $2)', [
      plusTard(13),
      monde.seine.dispositif,
    ])
    expect(rows).toEqual([{ statut: 'LIBRE' }])
  })
})

const reservation: Omit<Reservation, 'dispositifId'> = {
  placeId: null,
  partenaireId: null,
  pourLe: null,
  fin: null,
  ...besoinSimple,
}

function book(monde: Monde, change: Partial<Reservation> = {}, minutes = 10) {
  const asked = { dispositifId: monde.seine.dispositif, ...reservation, ...change }
  return act(receveurDe(monde), plusTard(minutes), (context) => bookPlace(context, asked))
}

describe('une réservation sans demande', () => {
  it('se fait derrière le séjour de cette nuit, jusqu’au jour dit', async () => {
    const monde = await createSoiree(1)
    await owner.query('UPDATE regles_sejour SET duree_max = 21 WHERE dispositif_id = $1', [
      monde.seine.dispositif,
    ])
    const { sejour } = await arrive(monde)
    await owner.query('UPDATE occupations SET fin = $2 WHERE id = $1', [sejour.id, MIDI])
    const booked = await book(monde, { pourLe: civilDate('2026-11-24'), fin: civilDate('2026-11-27') }, 90)
    expect(booked).toMatchObject({
      ok: true,
      value: { debut: MIDI, fin: new Date('2026-11-27T11:00:00Z'), libelle: 'Lit 1' },
    })
  })

  it.each([
    ['à une date passée', { pourLe: civilDate('2026-11-20') }, { reason: 'START_PAST' }],
    ['qui finit avant de commencer', { fin: civilDate('2026-11-23') }, { reason: 'END_PAST' }],
    ['plus longue que la règle', { fin: civilDate('2026-11-26') }, { reason: 'STAY_TOO_LONG', limite: MIDI }],
  ])('est refusée %s', async (_, change, refused) => {
    const monde = await createSoiree(1)
    expect(await book(monde, change)).toEqual({ ok: false, ...refused })
  })

  it('rendue par erreur se reprend, et le passé garde qu’elle était libre entre-temps', async () => {
    const monde = await createSoiree(1)
    const booked = await book(monde)
    if (!booked.ok) throw new Error(booked.reason)
    const vue = { occupationId: booked.value.id, version: 1 }
    await act(receveurDe(monde), plusTard(20), (context) => releaseHold(context, vue))
    const taken = await act(receveurDe(monde), plusTard(30), (context) =>
      retakeHold(context, { ...vue, version: 2 }),
    )
    expect(taken).toMatchObject({ ok: true, value: { expireLe: plusTard(150) } })
    const seen = async (minutes: number) =>
      (
        await owner.query('SELECT statut FROM etat_places_a($1, $2)', [
          plusTard(minutes),
          monde.seine.dispositif,
        ])
      ).rows[0]
    expect([await seen(15), await seen(25), await seen(35)]).toEqual([
      { statut: 'RESERVEE' },
      { statut: 'LIBRE' },
      { statut: 'RESERVEE' },
    ])
  })

  it('ne se reprend pas quand la place est partie', async () => {
    const monde = await createSoiree(1)
    const booked = await book(monde)
    if (!booked.ok) throw new Error(booked.reason)
    const vue = { occupationId: booked.value.id, version: 1 }
    await act(receveurDe(monde), plusTard(20), (context) => releaseHold(context, vue))
    await accept(monde, (await ask(monde)).id, 1, 25)
    const taken = await act(receveurDe(monde), plusTard(30), (context) =>
      retakeHold(context, { ...vue, version: 2 }),
    )
    expect(taken).toMatchObject({ ok: false, reason: 'PLACE_TAKEN', conflit: { place: 'Lit 1' } })
  })
})
