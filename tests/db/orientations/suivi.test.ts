import { describe, expect, it } from 'vitest'
import { answerHandover, endFollowUp, proposeHandover } from '@/features/suivis/commands'
import { readSuivi } from '@/features/suivis/queries'
import { act, arrive, createSoiree, plusTard, receveurDe, rowOf, viewerOf } from '../places/soiree'

describe('le suivi d’une personne', () => {
  it('reste à qui oriente jusqu’à ce que l’autre structure l’accepte', async () => {
    const monde = await createSoiree(1)
    const { id } = await arrive(monde)
    const caarud = viewerOf(monde.paris, 'COORDINATEUR')
    const propose = () => act(caarud, plusTard(70), (context) => proposeHandover(context, { id, version: 3 }))
    expect(await propose()).toEqual({ ok: true, value: null })
    expect(await propose()).toEqual({ ok: false, reason: 'HANDOVER_PENDING' })
    const suivi = await readSuivi(receveurDe(monde), id)
    expect(suivi).toMatchObject({
      mayAnswer: true,
      mayChange: false,
      responsable: { id: monde.paris.structure },
    })
    const remise = suivi?.remise?.id ?? ''
    const accept = (qui: ReturnType<typeof receveurDe>) =>
      act(qui, plusTard(80), (context) => answerHandover(context, { id: remise, acceptee: 'oui' }))
    expect(await accept(caarud)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await accept(receveurDe(monde))).toEqual({ ok: true, value: null })
    expect((await rowOf('orientations', id)).responsable_id).toBe(monde.seine.structure)
    expect(await accept(receveurDe(monde))).toEqual({ ok: false, reason: 'STALE_VERSION' })
  })

  it('finit à une date et pour un motif dits, par qui le porte', async () => {
    const monde = await createSoiree(1)
    const { id } = await arrive(monde)
    const end = (qui: ReturnType<typeof receveurDe>, version: number) =>
      act(qui, plusTard(90), (context) => endFollowUp(context, { id, version, motif: 'STABILISEE' }))
    expect(await end(receveurDe(monde), 3)).toEqual({ ok: false, reason: 'NOT_RESPONSIBLE' })
    const caarud = viewerOf(monde.paris, 'COORDINATEUR')
    expect(await end(caarud, 2)).toEqual({ ok: false, reason: 'STALE_VERSION' })
    expect(await end(caarud, 3)).toEqual({ ok: true, value: null })
    expect(await end(caarud, 4)).toEqual({ ok: false, reason: 'NOT_POSSIBLE' })
    expect(await rowOf('orientations', id)).toMatchObject({
      suivi_fini_le: plusTard(90),
      suivi_fin_motif: 'STABILISEE',
    })
  })
})
