import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, it } from 'vitest'
import { readAs } from '@/db/transaction'
import { openAccesUrgence } from '@/features/urgences/commands'
import { findAccesUrgence, listConsultations, listOuvertesEnUrgence } from '@/features/urgences/queries'
import { createMonde, type Monde } from '../socle/monde'
import {
  act,
  ask,
  avecPersonne,
  countRows,
  createSoiree,
  plusTard,
  rowOf,
  SOIR,
  viewerOf,
} from '../places/soiree'
import { owner } from '../support/connections'

const MOTIF = 'Trouvée inconsciente, les secours arrivent'

let monde: Monde
let ailleurs: Monde
let demande: { id: string; code: string }
beforeEach(async () => {
  monde = await createSoiree(1)
  ailleurs = await createMonde(owner)
  const { id, code } = await ask(monde, avecPersonne)
  demande = { id, code: code ?? '' }
})

const secouriste = () => viewerOf(ailleurs.seine, 'INTERVENANT')
const open = (code: string, minutes = 5, qui = secouriste()) =>
  act(qui, plusTard(minutes), (context) => openAccesUrgence(context, { code, motif: MOTIF }))

async function opened(code = demande.code): Promise<string> {
  const result = await open(code)
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}

describe('un accès d’urgence', () => {
  it('dit qui appeler, et rien de la demande', async () => {
    const fiche = await findAccesUrgence(secouriste(), await opened(), plusTard(10))
    const { nom } = await rowOf('structures', monde.paris.structure)
    expect(fiche).toMatchObject({ code: demande.code, statut: 'ENVOYEE', suivi: { nom } })
    expect(JSON.stringify(fiche)).not.toMatch(/FEMME|DE_30_39/)
  })

  it('n’ouvre ni l’orientation, ni la personne', async () => {
    await opened()
    const seen = await readAs(secouriste(), async (tx) => [
      await tx.orientation.count({ where: { id: demande.id } }),
      await tx.personne.count({ where: { code: demande.code } }),
    ])
    expect(seen).toEqual([0, 0])
    expect(await listConsultations(secouriste(), demande.id)).toEqual([])
  })

  it('se referme au bout de trois heures', async () => {
    const acces = await opened()
    expect(await findAccesUrgence(secouriste(), acces, plusTard(5 + 179))).not.toBeNull()
    expect(await findAccesUrgence(secouriste(), acces, plusTard(5 + 180))).toBeNull()
  })

  it('n’est qu’à qui l’a ouvert, même dans sa propre association', async () => {
    const acces = await opened()
    const collegue = { ...secouriste(), compteId: uuidv7() }
    expect(await findAccesUrgence(collegue, acces, plusTard(10))).toBeNull()
  })

  it('se montre aux deux structures de la demande, avec le motif et l’association, jamais qui', async () => {
    await opened()
    const { nom } = await rowOf('organisations', ailleurs.seine.organisation)
    for (const cote of [monde.paris, monde.seine]) {
      const viewer = viewerOf(cote, 'COORDINATEUR')
      expect(await listConsultations(viewer, demande.id)).toMatchObject([{ organisation: nom, motif: MOTIF }])
      expect(await listOuvertesEnUrgence(viewer, SOIR)).toMatchObject([{ orientationId: demande.id }])
    }
    expect(await listOuvertesEnUrgence(viewerOf(monde.paris, 'COORDINATEUR'), plusTard(6))).toEqual([])
  })

  it('ne dit rien d’un code inconnu, ni d’une personne anonymisée', async () => {
    expect(await open('ZZ-ZZZ')).toEqual({ ok: false, reason: 'UNKNOWN_CODE' })
    await owner.query('UPDATE personnes SET anonymisee_le = $2 WHERE code = $1', [demande.code, SOIR])
    expect(await open(demande.code)).toEqual({ ok: false, reason: 'UNKNOWN_CODE' })
    expect(
      await countRows('acces_urgence', 'compte_id = $1 AND orientation_id IS NULL', [ailleurs.seine.compte]),
    ).toBe(2)
  })

  it('s’arrête après cinq codes en vingt-quatre heures, même essayés ensemble', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => open('ZZ-ZZZ')))
    const reasons = outcomes.map((outcome) => (outcome.ok ? 'OUVERT' : outcome.reason))
    expect(reasons.filter((reason) => reason === 'UNKNOWN_CODE')).toHaveLength(5)
    expect(reasons.filter((reason) => reason === 'TOO_MANY_CODES')).toHaveLength(3)
    expect(await open(demande.code, 5 + 24 * 60)).toMatchObject({ ok: true })
  })

  it.each(['MMPCR', 'ADMIN', 'LECTEUR', 'MEDIATEUR'] as const)('se refuse à %s', async (role) => {
    expect(await open(demande.code, 5, viewerOf(ailleurs.seine, role))).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect(await countRows('acces_urgence', 'compte_id = $1', [ailleurs.seine.compte])).toBe(0)
  })

  it('suit le code jusqu’à la demande dont le suivi n’est pas fini', async () => {
    await owner.query('UPDATE orientations SET suivi_fini_le = $2 WHERE id = $1', [demande.id, SOIR])
    const fiche = await findAccesUrgence(secouriste(), await opened(), plusTard(10))
    expect(fiche?.suiviFiniLe).toEqual(SOIR)
  })

  it('reste écrit : ni changé, ni effacé, ni ajouté hors de sa porte', async () => {
    const acces = await opened()
    const tries = [
      `UPDATE acces_urgence SET motif = 'tout autre chose' WHERE id = '${acces}'`,
      `DELETE FROM acces_urgence WHERE id = '${acces}'`,
    ]
    for (const sql of tries) await expect(owner.query(sql)).rejects.toThrow(/ajout/)
    await expect(
      readAs(secouriste(), (tx) => tx.$executeRawUnsafe(`INSERT INTO acces_urgence DEFAULT VALUES`)),
    ).rejects.toThrow(/permission denied/)
  })

  it.each([
    ['de plus de trois heures', `'une raison bien dite', now(), now() + interval '4 hours'`],
    ['sans raison', `'          ', now(), now() + interval '3 hours'`],
  ])('n’existe pas %s', async (_, values) => {
    await expect(
      owner.query(
        `INSERT INTO acces_urgence (id, compte_id, organisation_id, motif, ouvert_le, expire_le)
         VALUES (gen_random_uuid(), gen_random_uuid(), '${ailleurs.seine.organisation}', ${values})`,
      ),
    ).rejects.toThrow(/acces_urgence_(duree|motif)/)
  })
})
