import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { askPlace } from '@/features/orientations/commands'
import {
  act,
  ask,
  avecPersonne,
  countRows,
  createSoiree,
  demandeDe,
  receveurDe,
  rowOf,
  SOIR,
  viewerOf,
} from '../places/soiree'

describe('demander une place', () => {
  it('fige la règle de séjour, fait le code, garde l’accord, et le dit au journal', async () => {
    const monde = await createSoiree(1)
    const { id, code } = await ask(monde, avecPersonne)
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$/)
    expect(await rowOf('orientations', id)).toMatchObject({
      statut: 'ENVOYEE',
      prescripteur_structure_id: monde.paris.structure,
      responsable_id: monde.paris.structure,
      prescripteur_departement: '75',
      receveur_organisation_id: monde.seine.organisation,
      regles: { dureeMax: 1, sortie: 720 },
      souhait_le: SOIR,
      premiere_reponse_le: null,
    })
    expect(await countRows('consentements', 'orientation_id = $1', [id])).toBe(1)
    expect(
      await countRows('journal', `action = 'orientations.ask' AND objet_id = $1 AND refus IS NULL`, [id]),
    ).toBe(1)
  })

  it('envoyée deux fois, ne fait qu’une demande et qu’une personne', async () => {
    const monde = await createSoiree(1)
    const demande = demandeDe(monde, avecPersonne)
    const send = () =>
      act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => askPlace(context, demande))
    const results = await Promise.all([send(), send(), send()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.flatMap((result) => (result.ok ? [] : [result.reason]))).toEqual([
      'ALREADY_SENT',
      'ALREADY_SENT',
    ])
    expect(await countRows('personnes', 'organisation_id = $1', [monde.paris.organisation])).toBe(1)
  })

  it('retrouve un code de son organisation, jamais celui d’une autre', async () => {
    const monde = await createSoiree(1)
    const premiere = await ask(monde, avecPersonne)
    const { consentement } = avecPersonne
    const connue = { personneCode: premiere.code, consentement }
    const seconde = await ask(monde, { ...connue, receveurDispositifId: null })
    const deuxFois = await act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) =>
      askPlace(context, demandeDe(monde, connue)),
    )
    expect(deuxFois).toEqual({ ok: false, reason: 'ALREADY_WAITING' })
    expect((await rowOf('orientations', seconde.id)).personne_id).toBe(
      (await rowOf('orientations', premiere.id)).personne_id,
    )
    const vole = demandeDe(monde, { personneCode: premiere.code, consentement })
    const refused = await act(receveurDe(monde), SOIR, (context) => askPlace(context, vole))
    expect(refused).toEqual({ ok: false, reason: 'UNKNOWN_PERSON' })
  })

  it.each([
    ['d’un dispositif inconnu', { receveurDispositifId: uuidv7() }, 'UNKNOWN_DEVICE'],
    ['d’un arrêt inconnu', { arretId: uuidv7() }, 'UNKNOWN_STOP'],
    ['d’une structure d’ailleurs', { prescripteurStructureId: uuidv7() }, 'NO_STRUCTURE'],
  ])('refuse %s', async (_, change, reason) => {
    const monde = await createSoiree(1)
    const refused = await act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) =>
      askPlace(context, demandeDe(monde, change)),
    )
    expect(refused).toEqual({ ok: false, reason })
  })

  it('refuse un dispositif suspendu, ou qui ne reçoit pas de demandes', async () => {
    for (const dispositif of [{ statut: 'SUSPENDUE' }, { oriente: false }]) {
      const monde = await createSoiree(1, dispositif)
      const refused = await act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) =>
        askPlace(context, demandeDe(monde)),
      )
      expect(refused).toEqual({ ok: false, reason: 'DEVICE_CLOSED' })
    }
  })

  it.each(['MMPCR', 'LECTEUR', 'MEDIATEUR', 'ADMIN'] as const)('refuse le rôle %s', async (role) => {
    const monde = await createSoiree(1)
    const refused = await act(viewerOf(monde.paris, role), SOIR, (context) =>
      askPlace(context, demandeDe(monde)),
    )
    expect(refused).toEqual({ ok: false, reason: 'FORBIDDEN' })
  })
})
