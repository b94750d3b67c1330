import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import {
  acceptOrientation,
  acknowledge,
  refuseOrientation,
  renounceOrientation,
  startReview,
} from '@/features/passages/commands'
import { admit, endStay } from '@/features/sejours/commands'
import {
  accept,
  act,
  ask,
  avecPersonne,
  countRows,
  createSoiree,
  MIDI,
  plusTard,
  receveurDe,
  rowOf,
  SOIR,
  viewerOf,
} from '../places/soiree'
import { owner } from '../support/connections'

describe('de la demande au départ', () => {
  it('est reçue, étudiée, acceptée, arrivée, close : chaque pas est un événement et une ligne du journal', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, avecPersonne)
    const qui = receveurDe(monde)
    await act(qui, plusTard(2), (context) => acknowledge(context, { id, version: 1 }))
    expect((await rowOf('orientations', id)).premiere_reponse_le).toBeNull()
    await act(qui, plusTard(4), (context) => startReview(context, { id, version: 2 }))
    const tenue = await accept(monde, id, 3)
    expect(tenue).toMatchObject({ libelle: 'Lit 1', expireLe: plusTard(130), fin: MIDI })
    const admitted = await act(qui, plusTard(60), (context) => admit(context, { id, version: 4 }))
    expect(admitted).toMatchObject({ ok: true, value: { libelle: 'Lit 1', fin: MIDI } })
    if (!admitted.ok) return
    const depart = {
      occupationId: admitted.value.id,
      version: 1,
      destination: 'HOTEL',
      issue: 'PASSAGE',
      acquis: ['REPOS'],
    } as const
    const ended = await act(qui, MIDI, (context) =>
      endStay(context, { ...depart, acquis: [...depart.acquis] }),
    )
    expect(ended).toEqual({ ok: true, value: null })

    expect(await rowOf('orientations', id)).toMatchObject({
      statut: 'CLOSE',
      motif: 'PASSAGE',
      premiere_reponse_le: plusTard(4),
      placee_le: plusTard(60),
      responsable_id: monde.paris.structure,
      suivi_fini_le: null,
    })
    expect(await rowOf('occupations', tenue.id)).toMatchObject({ etat: 'CONVERTIE' })
    expect(await rowOf('occupations', admitted.value.id)).toMatchObject({
      etat: 'TERMINEE',
      debut: plusTard(60),
      fin: MIDI,
      reservation_id: tenue.id,
    })
    const { rows } = await owner.query(
      'SELECT de, vers FROM orientation_evenements WHERE orientation_id = $1 ORDER BY le',
      [id],
    )
    expect(rows).toEqual([
      { de: null, vers: 'ENVOYEE' },
      { de: 'ENVOYEE', vers: 'RECUE' },
      { de: 'RECUE', vers: 'A_L_ETUDE' },
      { de: 'A_L_ETUDE', vers: 'ACCEPTEE' },
      { de: 'ACCEPTEE', vers: 'ARRIVEE' },
      { de: 'ARRIVEE', vers: 'CLOSE' },
    ])
    const journal = await owner.query(
      `SELECT action FROM journal WHERE objet_id = $1 AND refus IS NULL ORDER BY le`,
      [id],
    )
    expect(journal.rows.map(({ action }: { action: string }) => action)).toEqual([
      'orientations.ask',
      'orientations.acknowledge',
      'orientations.review',
      'orientations.accept',
      'sejours.admit',
      'sejours.end',
    ])
  })

  it('refuse un écran périmé sans rien changer', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    await act(receveurDe(monde), plusTard(1), (context) => acknowledge(context, { id, version: 1 }))
    const stale = await act(receveurDe(monde), plusTard(2), (context) =>
      startReview(context, { id, version: 1 }),
    )
    expect(stale).toEqual({ ok: false, reason: 'STALE_VERSION' })
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'RECUE', version: 2 })
    expect(await countRows('journal', `objet_id = $1 AND refus = 'STALE_VERSION'`, [id])).toBe(1)
  })

  it('refuse un pas qui n’est pas dans la table', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    const early = await act(receveurDe(monde), plusTard(1), (context) => admit(context, { id, version: 1 }))
    expect(early).toEqual({ ok: false, reason: 'NOT_POSSIBLE' })
    await accept(monde, id)
    const late = await act(receveurDe(monde), plusTard(20), (context) =>
      refuseOrientation(context, { id, version: 2, motif: 'PLUS_DE_PLACE', suite: 'SIAO_115' }),
    )
    expect(late).toEqual({ ok: false, reason: 'ALREADY_ANSWERED' })
  })

  it('ne laisse ni le prescripteur répondre, ni le receveur renoncer, ni un collègue d’une autre structure agir', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    const introuvable = { ok: false, reason: 'NOT_FOUND' }
    const answer = { id, version: 1, motif: 'PLUS_DE_PLACE', suite: 'SIAO_115' } as const
    expect(
      await act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) => refuseOrientation(context, answer)),
    ).toEqual(introuvable)
    const renounce = { id, version: 1, motif: 'TROP_LOIN' } as const
    expect(await act(receveurDe(monde), SOIR, (context) => renounceOrientation(context, renounce))).toEqual(
      introuvable,
    )
    const autre = viewerOf(monde.seine, 'COORDINATEUR', uuidv7())
    expect(await act(autre, SOIR, (context) => refuseOrientation(context, answer))).toEqual(introuvable)
    const mmpcr = viewerOf(monde.seine, 'MMPCR', null)
    expect(await act(mmpcr, SOIR, (context) => refuseOrientation(context, answer))).toEqual(introuvable)
  })

  it('ne se refuse pas quand elle s’adresse à toute place qui convient', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, { receveurDispositifId: null })
    const refused = await act(receveurDe(monde), SOIR, (context) =>
      refuseOrientation(context, { id, version: 1, motif: 'PUBLIC', suite: 'SIAO_115' }),
    )
    expect(refused).toEqual({ ok: false, reason: 'NOT_ADDRESSED' })
  })

  it('prise par un dispositif, en fait le receveur et fige sa règle', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, { receveurDispositifId: null })
    const taken = await act(receveurDe(monde), plusTard(5), (context) =>
      acceptOrientation(context, { id, version: 1, dispositifId: monde.seine.dispositif, placeId: null }),
    )
    expect(taken.ok).toBe(true)
    expect(await rowOf('orientations', id)).toMatchObject({
      statut: 'ACCEPTEE',
      receveur_dispositif_id: monde.seine.dispositif,
      receveur_organisation_id: monde.seine.organisation,
      regles: { dureeMax: 1 },
    })
  })
})
