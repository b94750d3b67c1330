import { beforeAll, describe, expect, it } from 'vitest'
import { type Context } from '@/db/journal'
import { inTransaction, readAs } from '@/db/transaction'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { changeRapport, keepRapport, removeRapport, subscribeRapport } from '@/features/enregistres/commands'
import { findEnregistre, listEnregistres } from '@/features/enregistres/queries'
import { createMonde, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { account, keepFor, MATIN } from './scene'

let monde: Monde
beforeAll(async () => {
  monde = await createMonde(owner)
})

function run<Value>(viewer: Viewer, command: (context: Context) => Promise<Value>): Promise<Value> {
  return inTransaction(viewer, (tx) => command({ actor: viewer, now: MATIN, tx }))
}

async function namesOf(viewer: Viewer) {
  return (await listEnregistres(viewer))?.map(({ nom, auteur }) => [nom, auteur])
}

describe('un rapport enregistré', () => {
  it('est à son compte seul, puis à son organisation quand il le partage, jamais à une autre', async () => {
    const author = await account('RESPONSABLE', monde.seine.organisation)
    const colleague = await account('COORDINATEUR', monde.seine.organisation)
    const stranger = await account('RESPONSABLE', monde.paris.organisation)
    const id = await keepFor(author, 'Partage')
    expect(await findEnregistre(author, id)).toMatchObject({ nom: 'Partage' })
    expect(await findEnregistre(colleague, id)).toBeNull()

    expect(
      await run(author, (context) => changeRapport(context, { id, nom: 'À nous', partage: true })),
    ).toMatchObject({
      ok: true,
    })
    expect(await findEnregistre(colleague, id)).toMatchObject({ nom: 'À nous' })
    expect(await findEnregistre(stranger, id)).toBeNull()
    expect(await namesOf(colleague)).toEqual([['À nous', 'essai']])
    expect(await namesOf(author)).toEqual([['À nous', null]])
    expect(await namesOf(stranger)).toEqual([])
  })

  it('ne se change et ne se retire que par qui l’a gardé', async () => {
    const author = await account('MMPCR', monde.seine.organisation)
    const colleague = await account('MMPCR', monde.seine.organisation)
    const id = await keepFor(author, 'À moi')
    await run(author, (context) => changeRapport(context, { id, nom: 'À moi', partage: true }))
    for (const command of [
      (context: Context) => changeRapport(context, { id, nom: 'Volé', partage: false }),
      (context: Context) => removeRapport(context, { id }),
    ]) {
      expect(await run(colleague, command)).toEqual({ ok: false, reason: 'INCONNU' })
    }
    expect(await findEnregistre(author, id)).toMatchObject({ nom: 'À moi' })
    expect(await run(author, (context) => removeRapport(context, { id }))).toMatchObject({ ok: true })
    expect(await findEnregistre(author, id)).toBeNull()
  })

  it('garde une adresse dans sa forme simple, et refuse celle qui n’en est pas une', async () => {
    const viewer = await account('LECTEUR', null)
    const kept = await run(viewer, (context) =>
      keepRapport(context, { nom: 'Simple', question: 'par=&indicateur=heures&indicateur=heures&inconnu=1' }),
    )
    const id = kept.ok ? kept.value.id : ''
    expect((await findEnregistre(viewer, id))?.question).toBe(
      'indicateur=heures&periode=2026-T3&par=departement',
    )
    for (const question of ['', 'indicateur=euros', 'par=commune', 'indicateur=heures&periode=hier', '%%%']) {
      expect(await run(viewer, (context) => keepRapport(context, { nom: 'Faux', question }))).toEqual({
        ok: false,
        reason: 'SANS_RAPPORT',
      })
    }
  })

  it('ne se partage pas sans organisation', async () => {
    const viewer = await account('LECTEUR', null)
    const id = await keepFor(viewer, 'Seul')
    expect(
      await run(viewer, (context) => changeRapport(context, { id, nom: 'Seul', partage: true })),
    ).toEqual({
      ok: false,
      reason: 'SANS_ORGANISATION',
    })
  })

  it('a un nom à lui parmi ceux de son compte : la base le dit', async () => {
    const viewer = await account('MMPCR', null)
    await keepFor(viewer, 'Double')
    await expect(keepFor(viewer, 'Double')).rejects.toThrow(/rapports_enregistres_nom/)
    await expect(keepFor(await account('MMPCR', null), 'Double')).resolves.toBeTruthy()
  })

  it('ne dépasse pas cinquante par compte', async () => {
    const viewer = await account('MMPCR', null)
    for (let rang = 0; rang < 50; rang++) await keepFor(viewer, `Rapport ${rang}`)
    await expect(keepFor(viewer, 'Un de trop')).rejects.toThrow('TROP')
  })

  it.each(['INTERVENANT', 'MEDIATEUR', 'ADMIN'] as const)('n’existe pas pour un %s', async (role: Role) => {
    const author = await account('RESPONSABLE', monde.seine.organisation)
    const id = await keepFor(author, `Pour ${role}`)
    await run(author, (context) => changeRapport(context, { id, nom: `Pour ${role}`, partage: true }))
    const viewer = await account(role, monde.seine.organisation)
    expect(await listEnregistres(viewer)).toBeNull()
    // Even a reading that forgot the right finds nothing.
    expect(await readAs(viewer, (tx) => tx.rapportEnregistre.count())).toBe(0)
    expect(await run(viewer, (context) => subscribeRapport(context, { id, rythme: 'MOIS' }))).toEqual({
      ok: false,
      reason: 'INTERDIT',
    })
  })

  it('ne s’écrit pas au nom d’un autre, même par une commande qui l’oublierait', async () => {
    const author = await account('RESPONSABLE', monde.seine.organisation)
    const other = await account('RESPONSABLE', monde.seine.organisation)
    await expect(
      inTransaction(author, (tx) =>
        tx.rapportEnregistre.create({
          data: {
            compteId: other.compteId,
            organisationId: monde.seine.organisation,
            nom: 'Faux',
            question: 'indicateur=heures',
            creeLe: MATIN,
            modifieLe: MATIN,
          },
        }),
      ),
    ).rejects.toThrow(/row-level security|policy/)
  })

  it.each([
    ['un nom vide', { nom: '' }],
    ['un nom bordé d’espaces', { nom: ' espace ' }],
    ['un nom de 81 caractères', { nom: 'x'.repeat(81) }],
    ['une question qui ne demande rien', { question: 'par=commune' }],
    ['un partage sans organisation', { partage: true, organisation_id: null }],
  ])('refuse %s dans la base', async (_, given) => {
    const { compteId, organisationId } = await account('RESPONSABLE', monde.seine.organisation)
    const row = {
      nom: 'Bon',
      question: 'indicateur=heures',
      partage: false,
      organisation_id: organisationId,
      ...given,
    }
    await expect(
      owner.query(
        `INSERT INTO rapports_enregistres (id, compte_id, organisation_id, nom, question, partage, cree_le, modifie_le)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now(), now())`,
        [compteId, row.organisation_id, row.nom, row.question, row.partage],
      ),
    ).rejects.toMatchObject({ code: '23514' })
  })
})
