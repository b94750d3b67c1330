import { describe, expect, it } from 'vitest'
import { readAs } from '@/db/transaction'
import { withdrawConsent } from '@/features/consentements/commands'
import {
  accept,
  act,
  arrive,
  ask,
  avecPersonne,
  createSoiree,
  plusTard,
  receveurDe,
  rowOf,
  viewerOf,
} from '../places/soiree'

describe('l’accord de la personne, retiré', () => {
  it('retire la demande encore ouverte, rend la place et cache le code aussitôt', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, avecPersonne)
    const tenue = await accept(monde, id)
    const seen = () => readAs(receveurDe(monde), (tx) => tx.personne.count())
    expect(await seen()).toBe(1)
    const prescripteur = viewerOf(monde.paris, 'RESPONSABLE', null)
    expect(
      await act(prescripteur, plusTard(20), (context) => withdrawConsent(context, { id, version: 2 })),
    ).toEqual({
      ok: true,
      value: null,
    })
    expect(await seen()).toBe(0)
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'RETIREE', motif: 'ACCORD_RETIRE' })
    expect((await rowOf('occupations', tenue.id)).etat).toBe('LIBEREE')
  })

  it('laisse le séjour en cours, et ne se retire qu’une fois', async () => {
    const monde = await createSoiree(1)
    const { id, sejour } = await arrive(monde)
    const prescripteur = viewerOf(monde.paris, 'RESPONSABLE', null)
    const again = () =>
      act(prescripteur, plusTard(90), (context) => withdrawConsent(context, { id, version: 3 }))
    expect(await again()).toEqual({ ok: true, value: null })
    expect(await again()).toEqual({ ok: false, reason: 'NO_CONSENT' })
    expect((await rowOf('occupations', sejour.id)).etat).toBe('EN_COURS')
    expect(await readAs(receveurDe(monde), (tx) => tx.personne.count())).toBe(0)
  })

  it('n’est pas à la structure qui reçoit de le retirer', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, avecPersonne)
    expect(
      await act(receveurDe(monde), plusTard(5), (context) => withdrawConsent(context, { id, version: 1 })),
    ).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
  })
})
