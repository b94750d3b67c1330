import { describe, expect, it } from 'vitest'
import { coteMotifSchema, statutOrientationSchema } from '@/domain/orientations/statuts'
import { passages } from '@/domain/orientations/transitions'
import { retours } from '@/domain/places/annulation'
import { ask, createSoiree, receveurDe, viewerOf } from '../places/soiree'
import { inTransaction } from '@/db/transaction'
import { owner } from '../support/connections'

const attendus = [
  ...passages.flatMap(({ from, to, cotes }) => cotes.map((cote) => `${from} ${to} ${cote}`)),
  ...Object.values(retours).map(({ de, vers }) => `${de} ${vers} STRUCTURE`),
]

describe('la base, sur les passages', () => {
  it('permet les mêmes que le domaine, et refuse tous les autres', async () => {
    const { rows } = await owner.query<{ passage: string }>(
      `SELECT d || ' ' || v || ' ' || c AS passage
       FROM unnest(enum_range(NULL::statut_orientation)) d, unnest(enum_range(NULL::statut_orientation)) v, unnest(enum_range(NULL::cote_motif)) c
       WHERE passage_permis(d, v, c)`,
    )
    expect(rows.map(({ passage }) => passage).toSorted()).toEqual(attendus.toSorted())
    expect(statutOrientationSchema.options.length ** 2 * coteMotifSchema.options.length).toBe(676)
  })

  it.each([
    ['le prescripteur accepte lui-même', 'paris', 'ACCEPTEE'],
    ['la structure renonce à la place de la personne', 'seine', 'RENONCEE'],
    ['la structure saute à l’arrivée', 'seine', 'ARRIVEE'],
  ] as const)('refuse que %s, même sans passer par une commande', async (_, cote, statut) => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    const qui = cote === 'paris' ? viewerOf(monde.paris, 'RESPONSABLE', null) : receveurDe(monde)
    await expect(
      inTransaction(qui, (tx) => tx.orientation.update({ where: { id }, data: { statut } })),
    ).rejects.toThrow(/orientations_passage/)
  })

  it('refuse un changement d’état que personne ne raconte', async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    await expect(
      inTransaction(receveurDe(monde), (tx) =>
        tx.orientation.update({ where: { id }, data: { statut: 'RECUE' } }),
      ),
    ).rejects.toThrow(/orientations_racontee/)
  })
})
