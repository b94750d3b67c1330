import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { fermeturePlaceSchema } from '@/domain/places/fermeture'
import { closeDispositif, closePlace, reopen } from '@/features/fermetures/commands'
import { admit } from '@/features/sejours/commands'
import { insertOccupation, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { accept, act, arrive, ask, createSoiree, plusTard, receveurDe, rowOf, SOIR } from './soiree'

const travaux = { cause: 'TRAVAUX', du: null, finPrevue: null, note: null } as const

function close(monde: Monde, minutes: number, jours: Partial<typeof travaux> = {}) {
  return act(receveurDe(monde), plusTard(minutes), (context) =>
    closePlace(context, { placeId: monde.seine.place, ...travaux, ...jours }),
  )
}

async function state(monde: Monde, instant: Date): Promise<unknown> {
  const { rows } = await owner.query('SELECT statut FROM etat_places_a($1, $2)', [
    instant,
    monde.seine.dispositif,
  ])
  return rows.map(({ statut }: { statut: string }) => statut)
}

describe('une fermeture', () => {
  it('ferme tout de suite, rouvre tout de suite, et le passé la garde', async () => {
    const monde = await createSoiree(1)
    const closed = await close(monde, 10)
    if (!closed.ok) throw new Error(closed.reason)
    expect(await state(monde, plusTard(11))).toEqual(['FERMEE'])
    const opened = await act(receveurDe(monde), plusTard(30), (context) =>
      reopen(context, { fermetureId: closed.value.id }),
    )
    expect(opened).toEqual({ ok: true, value: null })
    expect(await state(monde, plusTard(31))).toEqual(['LIBRE'])
    expect(await state(monde, plusTard(20))).toEqual(['FERMEE'])
    const again = await act(receveurDe(monde), plusTard(40), (context) =>
      reopen(context, { fermetureId: closed.value.id }),
    )
    expect(again).toEqual({ ok: false, reason: 'ALREADY_OPEN' })
  })

  it('n’annule rien : elle dit quels séjours et réservations sont à reloger', async () => {
    const monde = await createSoiree(2)
    const { sejour, code } = await arrive(monde)
    const tenue = await accept(monde, (await ask(monde)).id)
    const demain = await accept(monde, (await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-24' })).id)
    const closed = await act(receveurDe(monde), plusTard(90), (context) =>
      closeDispositif(context, { dispositifId: monde.seine.dispositif, ...travaux, cause: 'NUISIBLES' }),
    )
    if (!closed.ok) throw new Error(closed.reason)
    expect(closed.value.aReloger).toMatchObject([
      { occupationId: sejour.id, kind: 'SEJOUR', libelle: 'Lit 1', code },
      { occupationId: demain.id, kind: 'RESERVATION', libelle: 'Lit 1' },
      { occupationId: tenue.id, kind: 'RESERVATION', libelle: 'Lit 2' },
    ])
    expect(await rowOf('occupations', sejour.id)).toMatchObject({ etat: 'EN_COURS' })
  })

  it('à venir laisse ce qui finit avant', async () => {
    const monde = await createSoiree(1)
    await arrive(monde)
    const closed = await act(receveurDe(monde), plusTard(90), (context) =>
      closePlace(context, { placeId: monde.seine.place, ...travaux, du: civilDate('2026-11-25') }),
    )
    expect(closed).toMatchObject({ ok: true, value: { aReloger: [] } })
    const tard = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-25' })
    await expect(accept(monde, tard.id)).rejects.toThrow('NO_PLACE_LEFT')
    const avant = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-24' })
    await accept(monde, avant.id)
  })

  it('empêche d’admettre la personne dont la place était tenue, et le dit', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    await accept(monde, id)
    await close(monde, 20)
    const refused = await act(receveurDe(monde), plusTard(30), (context) =>
      admit(context, { id, version: 2 }),
    )
    expect(refused).toEqual({ ok: false, reason: 'PLACE_CLOSED' })
  })

  it('ne laisse passer ni réservation ni arrivée, même écrites à la main', async () => {
    const monde = await createSoiree(1)
    await close(monde, 10)
    const tenue = {
      kind: 'RESERVATION',
      etat: 'TENUE',
      debut: plusTard(20),
      fin: plusTard(600),
      expire_le: plusTard(90),
    }
    const sejour = { debut: plusTard(20), fin: plusTard(600) }
    for (const row of [tenue, sejour])
      await expect(insertOccupation(owner, monde.seine, row)).rejects.toMatchObject({
        constraint: 'occupations_hors_fermeture',
      })
  })

  it('ne se fait pas deux fois, ni dans le passé, ni à rebours', async () => {
    const monde = await createSoiree(1)
    const passee = await act(receveurDe(monde), SOIR, (context) =>
      closePlace(context, { placeId: monde.seine.place, ...travaux, du: civilDate('2026-11-20') }),
    )
    expect(passee).toEqual({ ok: false, reason: 'START_PAST' })
    const rebours = await act(receveurDe(monde), SOIR, (context) =>
      closePlace(context, { placeId: monde.seine.place, ...travaux, finPrevue: civilDate('2026-11-23') }),
    )
    expect(rebours).toEqual({ ok: false, reason: 'END_PAST' })
    const results = await Promise.all([close(monde, 10), close(monde, 10)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, reason: 'ALREADY_CLOSED' })
  })

  it('ne garde pas de note qui désigne quelqu’un', () => {
    const saisie = { placeId: crypto.randomUUID(), cause: 'AUTRE', note: 'Appeler Karim au 06 12 34 56 78' }
    expect(fermeturePlaceSchema.safeParse(saisie).success).toBe(false)
    expect(fermeturePlaceSchema.safeParse({ ...saisie, note: 'Traitement en deux passages' }).success).toBe(
      true,
    )
  })
})
