import { describe, expect, it } from 'vitest'
import { acceptOrientation } from '@/features/passages/commands'
import { askPlace } from '@/features/orientations/commands'
import { admit } from '@/features/sejours/commands'
import { extendHold } from '@/features/tenues/commands'
import type { Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { act, createSoiree, demandeDe, receveurDe, viewerOf } from './soiree'

/** Two hours held from 1 h 30 in Paris, on a night that lasts an hour less or an hour more. */
const nuits = [
  {
    nuit: 'la nuit courte de mars',
    accepte: '2026-03-29T00:30:00Z',
    expire: '2026-03-29T02:30:00Z',
    midi: '2026-03-29T10:00:00Z',
  },
  {
    nuit: 'la nuit longue d’octobre',
    accepte: '2026-10-24T23:30:00Z',
    expire: '2026-10-25T01:30:00Z',
    midi: '2026-10-25T11:00:00Z',
  },
].map(({ nuit, accepte, expire, midi }) => ({
  nuit,
  accepte: new Date(accepte),
  expire: new Date(expire),
  midi: new Date(midi),
}))

function before(instant: Date): Date {
  return new Date(instant.getTime() - 60_000)
}

async function ask(monde: Monde, now: Date): Promise<string> {
  const demande = demandeDe(monde, { souhaitLe: now })
  const sent = await act(viewerOf(monde.paris, 'INTERVENANT'), now, (context) => askPlace(context, demande))
  if (!sent.ok) throw new Error(sent.reason)
  return demande.id
}

function accept(monde: Monde, id: string, now: Date) {
  const vue = { id, version: 1, dispositifId: null, placeId: null }
  return act(receveurDe(monde), now, (context) => acceptOrientation(context, vue))
}

function admitAt(monde: Monde, id: string, now: Date) {
  return act(receveurDe(monde), now, (context) => admit(context, { id, version: 2 }))
}

async function etatDe({ seine }: Monde, instant: Date): Promise<unknown> {
  const { rows } = await owner.query('SELECT statut, jusqua FROM etat_places_a($1, $2)', [
    instant,
    seine.dispositif,
  ])
  return rows[0]
}

describe.each(nuits)('une place tenue deux heures, $nuit', ({ accepte, expire, midi }) => {
  it('tient deux heures vraies, quoi que disent les horloges, et le séjour va jusqu’à midi', async () => {
    const monde = await createSoiree(1)
    const tenue = await accept(monde, await ask(monde, accepte), accepte)
    expect(tenue).toMatchObject({ ok: true, value: { expireLe: expire, fin: midi } })
    expect(await etatDe(monde, before(expire))).toEqual({ statut: 'RESERVEE', jusqua: expire })
    expect(await etatDe(monde, expire)).toEqual({ statut: 'LIBRE', jusqua: null })
  })

  it('n’est à personne d’autre une minute avant son heure, à qui la prend à son heure', async () => {
    const monde = await createSoiree(1)
    const premiere = await ask(monde, accepte)
    await accept(monde, premiere, accepte)
    const seconde = await ask(monde, accepte)
    expect(await accept(monde, seconde, before(expire))).toMatchObject({ ok: false, reason: 'NO_PLACE_LEFT' })
    expect(await accept(monde, seconde, expire)).toMatchObject({ ok: true, value: { fin: midi } })
    expect(await admitAt(monde, premiere, expire)).toMatchObject({ ok: false })
  })

  it('reçoit la personne une minute avant son heure, plus à son heure', async () => {
    const [tot, tard] = [await createSoiree(1), await createSoiree(1)]
    const [venue, retard] = [await ask(tot, accepte), await ask(tard, accepte)]
    await accept(tot, venue, accepte)
    await accept(tard, retard, accepte)
    expect(await admitAt(tot, venue, before(expire))).toMatchObject({ ok: true })
    expect(await admitAt(tard, retard, expire)).toEqual({ ok: false, reason: 'HOLD_EXPIRED' })
  })

  it('se prolonge de deux heures vraies', async () => {
    const monde = await createSoiree(1)
    const tenue = await accept(monde, await ask(monde, accepte), accepte)
    const occupationId = tenue.ok ? tenue.value.id : ''
    const now = before(expire)
    const extended = await act(receveurDe(monde), now, (context) =>
      extendHold(context, { occupationId, version: 1 }),
    )
    expect(extended).toEqual({ ok: true, value: { expireLe: new Date(now.getTime() + 2 * 3_600_000) } })
  })
})
