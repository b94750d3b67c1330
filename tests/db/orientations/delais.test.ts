import { describe, expect, it } from 'vitest'
import { mintClock } from '@/auth/mint-viewer'
import { sweepDelais } from '@/jobs/delais-des-orientations'
import { accept, ask, avecPersonne, countRows, createSoiree, MIDI, plusTard, rowOf } from '../places/soiree'
import { owner } from '../support/connections'

const events = (id: string, where: string) =>
  countRows('orientation_evenements', `orientation_id = $1 AND ${where}`, [id])
const lines = (id: string, action: string) =>
  countRows('journal', 'objet_id = $1 AND action = $2', [id, action])

describe('l’horloge', () => {
  it('rappelle, prévient, puis finit la demande en disant qui a tardé ; deux rondes ne font rien de plus', async () => {
    const { id } = await ask(await createSoiree(1))
    for (const minutes of [30, 46, 46, 91, 91]) await sweepDelais(plusTard(minutes))
    expect(await rowOf('orientations', id)).toMatchObject({
      statut: 'ENVOYEE',
      relancee_le: plusTard(46),
      signalee_le: plusTard(91),
      version: 1,
    })
    expect([await lines(id, 'orientations.remind'), await lines(id, 'orientations.stall')]).toEqual([1, 1])
    await sweepDelais(MIDI)
    await sweepDelais(MIDI)
    expect(await rowOf('orientations', id)).toMatchObject({
      statut: 'EXPIREE',
      motif: 'SANS_REPONSE',
      motif_cote: 'HORLOGE',
    })
    expect(await events(id, `vers = 'EXPIREE' AND cote = 'HORLOGE' AND compte_id IS NULL`)).toBe(1)
  })

  it('dit non venue la personne attendue jusqu’à midi, et rend la place', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, avecPersonne)
    const tenue = await accept(monde, id)
    await sweepDelais(plusTard(180))
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'ACCEPTEE' })
    await sweepDelais(MIDI)
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'NON_VENUE', motif: 'PAS_RETROUVEE' })
    expect((await rowOf('occupations', tenue.id)).etat).not.toBe('TENUE')
  })

  it('ne touche rien d’autre que ce que ses délais font', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde, avecPersonne)
    const { inTransaction } = await import('@/db/transaction')
    const clock = mintClock()
    await expect(
      inTransaction(clock, (tx) => tx.orientation.update({ where: { id }, data: { genre: 'HOMME' } })),
    ).rejects.toThrow(/orientations_sans_compte/)
    expect(await inTransaction(clock, (tx) => tx.personne.count())).toBe(0)
    await expect(
      inTransaction(clock, (tx) => tx.consentement.updateMany({ data: { retireLe: MIDI } })),
    ).rejects.toThrow(/row-level security/)
  })

  it('laisse les autres avancer quand une ligne ne peut pas bouger, et sera reprise', async () => {
    const monde = await createSoiree(1)
    const [bloquee, libre] = [await ask(monde), await ask(monde)]
    await owner.query(`UPDATE orientations SET delais = '{"ceSoir": "jamais"}' WHERE id = $1`, [bloquee.id])
    await expect(sweepDelais(MIDI)).rejects.toThrow(/ceSoir/)
    expect((await rowOf('orientations', libre.id)).statut).toBe('EXPIREE')
    await owner.query(`UPDATE orientations SET delais = NULL WHERE id = $1`, [bloquee.id])
    await sweepDelais(MIDI)
    expect((await rowOf('orientations', bloquee.id)).statut).toBe('EXPIREE')
  })
})
