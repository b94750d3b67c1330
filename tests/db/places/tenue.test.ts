import { describe, expect, it } from 'vitest'
import type { Context } from '@/db/journal'
import type { OrientationVue } from '@/domain/orientations/reponse'
import { uuidv7 } from 'uuidv7'
import {
  acceptOrientation,
  renounceOrientation,
  reportNotArrived,
  withdrawOrientation,
} from '@/features/passages/commands'
import { extendHold, releaseHold } from '@/features/tenues/commands'
import { admit } from '@/features/sejours/commands'
import {
  accept,
  act,
  addPlace,
  arrive,
  ask,
  createSoiree,
  MIDI,
  plusTard,
  receveurDe,
  rowOf,
  SOIR,
  viewerOf,
} from './soiree'
import { owner } from '../support/connections'

function renounce(context: Context, vue: OrientationVue) {
  return renounceOrientation(context, { ...vue, motif: 'REGLES' })
}
function withdraw(context: Context, vue: OrientationVue) {
  return withdrawOrientation(context, { ...vue, motif: 'PLACE_TROUVEE' })
}
function notArrived(context: Context, vue: OrientationVue) {
  return reportNotArrived(context, { ...vue, motif: 'PAS_RETROUVEE' })
}

describe('une place tenue', () => {
  it('redevient libre à l’heure dite, sans que rien ne tourne, et l’admission le dit', async () => {
    const monde = await createSoiree(1)
    const premiere = await ask(monde)
    const { id: tenue } = await accept(monde, premiere.id)
    const late = await act(receveurDe(monde), plusTard(131), (context) =>
      admit(context, { id: premiere.id, version: 2 }),
    )
    expect(late).toEqual({ ok: false, reason: 'HOLD_EXPIRED' })
    const seconde = await ask(monde)
    expect((await accept(monde, seconde.id, 1, 131)).placeId).toBe(monde.seine.place)
    expect(await rowOf('occupations', tenue)).toMatchObject({ etat: 'EXPIREE', modifiee_le: plusTard(131) })
  })

  it('se prolonge tant qu’elle tient, pas quand la place est partie', async () => {
    const monde = await createSoiree(1)
    const premiere = await ask(monde)
    const { id: occupationId } = await accept(monde, premiere.id)
    const extended = await act(receveurDe(monde), plusTard(125), (context) =>
      extendHold(context, { occupationId, version: 1 }),
    )
    expect(extended).toEqual({ ok: true, value: { expireLe: plusTard(245) } })
    const stale = await act(receveurDe(monde), plusTard(126), (context) =>
      extendHold(context, { occupationId, version: 1 }),
    )
    expect(stale).toEqual({ ok: false, reason: 'STALE_VERSION' })
    const seconde = await ask(monde)
    await accept(monde, seconde.id, 1, 250)
    const gone = await act(receveurDe(monde), plusTard(251), (context) =>
      extendHold(context, { occupationId, version: 2 }),
    )
    expect(gone).toEqual({ ok: false, reason: 'HOLD_EXPIRED' })
  })

  it.each([
    ['la personne renonce', 'RENONCEE', 'INTERVENANT', renounce],
    ['le prescripteur retire', 'RETIREE', 'INTERVENANT', withdraw],
    ['personne n’est venu', 'NON_VENUE', 'COORDINATEUR', notArrived],
  ] as const)('est rendue dans la même transaction quand %s', async (_, statut, role, end) => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    const { id: tenue } = await accept(monde, id)
    const cote = role === 'INTERVENANT' ? monde.paris : monde.seine
    const ended = await act(viewerOf(cote, role), plusTard(20), (context) => end(context, { id, version: 2 }))
    expect(ended).toEqual({ ok: true, value: null })
    expect(await rowOf('orientations', id)).toMatchObject({ statut })
    expect(await rowOf('occupations', tenue)).toMatchObject({ etat: 'LIBEREE', version: 2 })
  })

  it('pour une demande ne se libère que par une réponse à la demande', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    const { id: occupationId } = await accept(monde, id)
    const released = await act(receveurDe(monde), plusTard(20), (context) =>
      releaseHold(context, { occupationId, version: 1 }),
    )
    expect(released).toEqual({ ok: false, reason: 'HOLD_HAS_REQUEST' })
  })
})

describe('le choix d’une place', () => {
  it('garde la chambre de couple pour un couple et le plain-pied pour qui en a besoin', async () => {
    const monde = await createSoiree(1)
    const couple = await addPlace(monde.seine, 'A double', { couchages: 2, couple: true })
    await addPlace(monde.seine, 'B plain-pied', { plain_pied: true })
    const seule = await ask(monde)
    expect((await accept(monde, seule.id)).libelle).toBe('Lit 1')
    const deux = await ask(monde, { personnes: 2, couple: true })
    expect((await accept(monde, deux.id)).placeId).toBe(couple)
    const encore = await ask(monde, { personnes: 2, couple: true })
    const refused = await act(receveurDe(monde), plusTard(10), (context) =>
      acceptOrientation(context, { id: encore.id, version: 1, dispositifId: null, placeId: null }),
    )
    expect(refused).toMatchObject({ ok: false, reason: 'NO_PLACE_LEFT' })
  })

  it('refuse deux personnes dans un lit seul, même choisi', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, { personnes: 2 })
    const refused = await act(receveurDe(monde), plusTard(10), (context) =>
      acceptOrientation(context, { id, version: 1, dispositifId: null, placeId: monde.seine.place }),
    )
    expect(refused).toEqual({ ok: false, reason: 'PLACE_TOO_SMALL' })
  })

  it('refuse une place fermée, et le dit', async () => {
    const monde = await createSoiree(1)
    await owner.query(`INSERT INTO fermetures (id, place_id, cause, du) VALUES ($1, $2, 'NUISIBLES', $3)`, [
      uuidv7(),
      monde.seine.place,
      SOIR,
    ])
    const { id } = await ask(monde)
    const refused = await act(receveurDe(monde), plusTard(10), (context) =>
      acceptOrientation(context, { id, version: 1, dispositifId: null, placeId: monde.seine.place }),
    )
    expect(refused).toEqual({ ok: false, reason: 'PLACE_CLOSED' })
  })

  it('réserve derrière le séjour de cette nuit pour demain, dos à dos', async () => {
    const monde = await createSoiree(1)
    await arrive(monde)
    const demain = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-24' })
    expect(await accept(monde, demain.id)).toMatchObject({
      debut: MIDI,
      expireLe: new Date(MIDI.getTime() + 7_200_000),
    })
  })
})
