import { describe, expect, it } from 'vitest'
import { expliquerOrdre } from '@/domain/orientations/attente'
import { changeRank, enterLine } from '@/features/attente/commands'
import { readListeAttente } from '@/features/attente/queries'
import { acceptOrientation } from '@/features/passages/commands'
import type { Monde } from '../socle/monde'
import { act, ask, createSoiree, plusTard, receveurDe, rowOf, viewerOf } from '../places/soiree'
import { owner } from '../support/connections'

async function wait(monde: Monde, minutes: number): Promise<string> {
  const { id } = await ask(monde)
  const entered = await act(receveurDe(monde), plusTard(minutes), (context) =>
    enterLine(context, { id, version: 1, criteres: ['RUE'] }),
  )
  if (!entered.ok) throw new Error(entered.reason)
  return id
}

async function slugOf(monde: Monde): Promise<string> {
  return String((await rowOf('dispositifs', monde.seine.dispositif))['slug'])
}

async function line(monde: Monde) {
  const slug = await slugOf(monde)
  return readListeAttente(receveurDe(monde), slug)
}

const order = async (monde: Monde) => (await line(monde))?.lignes.map(({ id }) => id)

describe('la liste d’attente', () => {
  it('garde l’ordre d’arrivée, les critères du jour, et se change avec un motif qui reste', async () => {
    const monde = await createSoiree(1)
    const ids = [await wait(monde, 1), await wait(monde, 2), await wait(monde, 3)]
    expect(await order(monde)).toEqual(ids)
    const moved = await act(receveurDe(monde), plusTard(10), (context) =>
      changeRank(context, { id: ids[2] ?? '', version: 2, versRang: 1, motif: 'GROSSESSE' }),
    )
    expect(moved).toEqual({ ok: true, value: { rang: 1 } })
    expect(await order(monde)).toEqual([ids[2], ids[0], ids[1]])
    const lignes = (await line(monde))?.lignes ?? []
    expect(lignes[0]).toMatchObject({ criteres: ['RUE'], mouvements: [{}, { deRang: 3, versRang: 1 }] })
    const [premiere, seconde] = lignes
    if (!premiere || !seconde) throw new Error('Trois personnes attendent.')
    expect(expliquerOrdre(premiere, seconde)).toMatch(
      /passée du rang 3 au rang 1 .* : grossesse ; la seconde est à son rang/,
    )
  })

  it('donne la place qui se libère à qui attend, sans toucher au rang des autres', async () => {
    const monde = await createSoiree(1)
    const ids = [await wait(monde, 1), await wait(monde, 2)]
    const accepted = await act(receveurDe(monde), plusTard(10), (context) =>
      acceptOrientation(context, { id: ids[0] ?? '', version: 2, dispositifId: null, placeId: null }),
    )
    expect(accepted.ok).toBe(true)
    expect(await order(monde)).toEqual([ids[1]])
  })

  it('refuse une version dépassée, et ce que lit une autre organisation', async () => {
    const monde = await createSoiree(1)
    const id = await wait(monde, 1)
    const change = { id, version: 1, versRang: 1, motif: 'DANGER' } as const
    expect(await act(receveurDe(monde), plusTard(9), (context) => changeRank(context, change))).toEqual({
      ok: false,
      reason: 'STALE_VERSION',
    })
    const prescripteur = viewerOf(monde.paris, 'COORDINATEUR', null)
    expect(
      await act(prescripteur, plusTard(9), (context) => changeRank(context, { ...change, version: 2 })),
    ).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    const slug = await slugOf(monde)
    expect(await readListeAttente(prescripteur, slug)).toBeNull()
  })

  it('ne laisse ni deux personnes au même rang, ni un changement s’effacer', async () => {
    const monde = await createSoiree(1)
    const ids = [await wait(monde, 1), await wait(monde, 2)]
    await expect(owner.query('UPDATE orientations SET rang = 1 WHERE id = ANY($1)', [ids])).rejects.toThrow(
      /orientations_rang_unique/,
    )
    await expect(
      owner.query('DELETE FROM mouvements_attente WHERE orientation_id = ANY($1)', [ids]),
    ).rejects.toThrow(/ajout seul/)
  })

  it('inscrit dix demandes à la fois à dix rangs', async () => {
    const monde = await createSoiree(1)
    const ids = await Promise.all(Array.from({ length: 10 }, () => wait(monde, 1)))
    const { rows } = await owner.query<{ rang: number }>(
      'SELECT rang FROM orientations WHERE id = ANY($1) ORDER BY 1',
      [ids],
    )
    expect(rows.map(({ rang }) => rang)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})
