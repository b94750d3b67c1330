import { describe, expect, it } from 'vitest'
import { drawToken, fingerprintOfToken, holderOf } from '@/auth/answer-link'
import { inTransaction, readAs } from '@/db/transaction'
import { civilDate } from '@/domain/commun/civil-date'
import type { ReponseParLien } from '@/domain/orientations/lien'
import { answerByLink, openLink } from '@/features/reponses/commands'
import { findLien, readDemandeParLien } from '@/features/reponses/queries'
import type { Monde } from '../socle/monde'
import { act, ask, avecPersonne, createSoiree, plusTard, rowOf, SOIR, viewerOf } from '../places/soiree'
import { owner } from '../support/connections'

const date = (day: string): ReponseParLien => ({ reponse: 'DATE', entreePrevue: civilDate(day) })
const refus: ReponseParLien = { reponse: 'REFUS', motif: 'EFFECTIF', suite: 'SIAO_115' }

async function link(monde: Monde, id: string, version = 1): Promise<string> {
  const { jeton, empreinte } = drawToken()
  const opened = await act(viewerOf(monde.paris, 'RESPONSABLE', null), SOIR, (context) =>
    openLink(context, { id, version, empreinte }),
  )
  if (!opened.ok) throw new Error(opened.reason)
  return jeton
}

const open = (qui: ReturnType<typeof viewerOf>, id: string) =>
  act(qui, SOIR, (context) => openLink(context, { id, version: 1, empreinte: drawToken().empreinte }))

async function answer(jeton: string, reponse: ReponseParLien, now = plusTard(10)) {
  const empreinte = fingerprintOfToken(jeton)
  const lien = empreinte === null ? null : await findLien(empreinte, now)
  if (lien === null) return 'AUCUN LIEN'
  const actor = holderOf(lien)
  const result = await inTransaction(actor, (tx) =>
    answerByLink({ actor, now, tx }, { ...reponse, lienId: lien.lienId }),
  )
  return result.ok ? 'RÉPONDU' : result.reason
}

describe('un lien de réponse', () => {
  it('tient une place, une fois, sans compte et sans montrer aucun code', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, avecPersonne)
    const jeton = await link(monde, id)
    const lien = await findLien(fingerprintOfToken(jeton) ?? '', SOIR)
    if (lien === null) throw new Error('Le lien doit vivre.')
    const shown = JSON.stringify(await readDemandeParLien(holderOf(lien)))
    expect(shown).toContain('"genre":"FEMME"')
    expect(shown).not.toMatch(/[A-Z2-9]{2}-[A-Z2-9]{3}"/)
    expect(await readAs(holderOf(lien), (tx) => tx.personne.count())).toBe(0)
    expect(await answer(jeton, { reponse: 'PLACE' })).toBe('RÉPONDU')
    expect(await rowOf('orientations', id)).toMatchObject({
      statut: 'ACCEPTEE',
      premiere_reponse_le: plusTard(10),
    })
    expect(await answer(jeton, refus)).toBe('AUCUN LIEN')
  })

  it('promet une date là où aucune place n’est tenue ici', async () => {
    const monde = await createSoiree(1)
    await owner.query('DELETE FROM places WHERE dispositif_id = $1', [monde.seine.dispositif])
    const { id } = await ask(monde)
    const jeton = await link(monde, id)
    expect(await answer(jeton, date('2026-11-20'))).toBe('DATE_PAST')
    expect(await answer(jeton, date('2026-11-25'))).toBe('RÉPONDU')
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'ACCEPTEE' })
  })

  it('ne sert qu’une fois, même deux réponses au même instant', async () => {
    const monde = await createSoiree(2)
    const { id } = await ask(monde)
    const jeton = await link(monde, id)
    const outcomes = await Promise.all([answer(jeton, { reponse: 'PLACE' }), answer(jeton, refus)])
    expect(outcomes.filter((outcome) => outcome === 'RÉPONDU')).toHaveLength(1)
  })

  it.each([
    [
      'altéré d’un signe',
      (jeton: string) => `${jeton.slice(0, -1)}${jeton.endsWith('A') ? 'B' : 'A'}`,
      plusTard(10),
    ],
    ['tronqué', (jeton: string) => jeton.slice(0, 20), plusTard(10)],
    ['vieux de huit jours', (jeton: string) => jeton, plusTard(8 * 24 * 60)],
  ])('%s, il n’ouvre rien', async (_, change, now) => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-12-20' })
    const jeton = await link(monde, id)
    expect(await answer(change(jeton), refus, now)).toBe('AUCUN LIEN')
    expect((await rowOf('orientations', id)).statut).toBe('ENVOYEE')
  })

  it('est remplacé par le suivant, et ne s’ouvre pas pour une demande à tous ou d’une autre organisation', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    const [premier, second] = [await link(monde, id), await link(monde, id)]
    expect(await answer(premier, refus)).toBe('AUCUN LIEN')
    expect(await answer(second, refus)).toBe('RÉPONDU')
    const aTous = await ask(monde, { receveurDispositifId: null })
    expect(await open(viewerOf(monde.paris, 'RESPONSABLE', null), aTous.id)).toEqual({
      ok: false,
      reason: 'LINK_NOT_POSSIBLE',
    })
    const ailleurs = await createSoiree(1)
    expect(await open(viewerOf(ailleurs.paris, 'RESPONSABLE', null), aTous.id)).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
  })

  it('laisse la demande et le lien tels quels quand il n’y a plus de place', async () => {
    const monde = await createSoiree(1)
    const [prise, { id }] = [await ask(monde), await ask(monde)]
    const jeton = await link(monde, id)
    await answer(await link(monde, prise.id), { reponse: 'PLACE' })
    expect(await answer(jeton, { reponse: 'PLACE' })).toBe('NO_PLACE_LEFT')
    expect(await answer(jeton, refus)).toBe('RÉPONDU')
  })
})
