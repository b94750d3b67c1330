import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { logPassage, strikePassage } from '@/features/entrees/commands'
import { listPresences, readJournee } from '@/features/entrees/queries'
import type { Passage } from '@/domain/places/entree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { act, addPlace, countRows, createSoiree, receveurDe, viewerOf } from './soiree'

/** Tuesday 24 November 2026, ten in the morning in Paris. */
const OUVERTURE = new Date('2026-11-24T09:00:00Z')
const apres = (minutes: number) => new Date(OUVERTURE.getTime() + minutes * 60_000)

async function createRepos(simultanee: number, parJour: number | null = null): Promise<Monde> {
  const monde = await createSoiree(1)
  await owner.query('DELETE FROM places WHERE dispositif_id = $1', [monde.seine.dispositif])
  await owner.query(`UPDATE dispositifs SET kind = 'REPOS' WHERE id = $1`, [monde.seine.dispositif])
  for (const [mode, places] of [
    ['SIMULTANEE', simultanee],
    ['PAR_JOUR', parJour],
  ] as const)
    if (places !== null)
      await insertRow(owner, 'capacites', {
        id: uuidv7(),
        dispositif_id: monde.seine.dispositif,
        mode,
        places,
        du: '2026-01-01',
      })
  return monde
}

function pass(monde: Monde, kind: Passage['kind'], minutes: number, personnes = 1, femmes = 0) {
  return act(viewerOf(monde.seine, 'INTERVENANT'), apres(minutes), (context) =>
    logPassage(context, { dispositifId: monde.seine.dispositif, kind, personnes, femmes }),
  )
}

describe('la porte d’un espace de repos', () => {
  it('compte les présents, la pointe, la rotation et les refus avec leur heure', async () => {
    const monde = await createRepos(2)
    await pass(monde, 'ENTREE', 0)
    await pass(monde, 'ENTREE', 10, 1, 1)
    expect(await pass(monde, 'ENTREE', 20)).toEqual({ ok: false, reason: 'DOOR_FULL' })
    await pass(monde, 'REFUS', 21, 2, 1)
    await pass(monde, 'SORTIE', 70)
    expect(await pass(monde, 'ENTREE', 80)).toMatchObject({ ok: true, value: { presents: 2, capacite: 2 } })
    await pass(monde, 'SORTIE', 200, 2)
    const journee = await readJournee(receveurDe(monde), monde.seine.dispositif, apres(210))
    expect(journee).toMatchObject({
      presents: 0,
      capacite: 2,
      entrees: 3,
      pointe: 2,
      pointeLe: apres(10),
      rotation: 1.5,
      refus: 2,
      refusFemmes: 1,
      refusParHeure: [{ heure: 10, personnes: 2, femmes: 1 }],
    })
    expect(await listPresences(viewerOf(monde.paris, 'MMPCR'), apres(100))).toContainEqual({
      slug: expect.any(String),
      nom: expect.any(String),
      structure: expect.any(String),
      departement: '93',
      pointe: 2,
      pointeLe: apres(10),
      refus: 2,
      dispositifId: monde.seine.dispositif,
      presents: 2,
      capacite: 2,
      changeLe: apres(80),
    })
  })

  it('ne laisse jamais entrer plus de monde que de places, même tous ensemble', async () => {
    const monde = await createRepos(5)
    const results = await Promise.all(Array.from({ length: 20 }, () => pass(monde, 'ENTREE', 0)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await countRows('entrees', 'dispositif_id = $1', [monde.seine.dispositif])).toBe(5)
    await expect(
      insertRow(owner, 'entrees', {
        id: uuidv7(),
        dispositif_id: monde.seine.dispositif,
        organisation_id: monde.seine.organisation,
        kind: 'ENTREE',
        le: apres(5),
        jour: '2026-11-24',
      }),
    ).rejects.toMatchObject({ constraint: 'entrees_simultanees' })
  })

  it('tient la capacité de la journée', async () => {
    const monde = await createRepos(2, 3)
    for (let tour = 0; tour < 3; tour++) {
      expect((await pass(monde, 'ENTREE', tour * 10)).ok).toBe(true)
      await pass(monde, 'SORTIE', tour * 10 + 5)
    }
    expect(await pass(monde, 'ENTREE', 60)).toEqual({ ok: false, reason: 'DAY_FULL' })
  })

  it('recommence chaque matin à six heures, même si des sorties n’ont pas été notées', async () => {
    const monde = await createRepos(1)
    await pass(monde, 'ENTREE', 0)
    expect(await pass(monde, 'ENTREE', 60 * 19)).toEqual({ ok: false, reason: 'DOOR_FULL' })
    expect((await pass(monde, 'ENTREE', 60 * 20)).ok).toBe(true)
  })

  it.each([
    ['personne n’est entré', 'NOBODY_INSIDE', 2, 'SORTIE'],
    ['aucune capacité n’est écrite', 'NO_CAPACITY', null, 'ENTREE'],
  ] as const)('refuse quand %s', async (_, reason, simultanee, kind) => {
    const monde = await createRepos(simultanee ?? 1)
    if (simultanee === null)
      await owner.query('DELETE FROM capacites WHERE dispositif_id = $1', [monde.seine.dispositif])
    expect(await pass(monde, kind, 0)).toEqual({ ok: false, reason })
  })

  it('barre une ligne notée par erreur, et compte sans elle', async () => {
    const monde = await createRepos(1)
    const inside = await pass(monde, 'ENTREE', 0)
    if (!inside.ok) throw new Error(inside.reason)
    const strike = (minutes: number) =>
      act(receveurDe(monde), apres(minutes), (context) =>
        strikePassage(context, { entreeId: inside.value.id }),
      )
    expect(await strike(1)).toEqual({ ok: true, value: null })
    expect(await strike(2)).toEqual({ ok: false, reason: 'NOBODY_INSIDE' })
    expect((await pass(monde, 'ENTREE', 3)).ok).toBe(true)
  })

  it('n’est pas à une autre organisation', async () => {
    const monde = await createRepos(2)
    const elsewhere = await act(viewerOf(monde.paris, 'RESPONSABLE'), OUVERTURE, (context) =>
      logPassage(context, {
        dispositifId: monde.seine.dispositif,
        kind: 'ENTREE',
        personnes: 1,
        femmes: 0,
      }),
    )
    expect(elsewhere).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(
      await readJournee(viewerOf(monde.paris, 'RESPONSABLE'), monde.seine.dispositif, OUVERTURE),
    ).toBeNull()
  })
})

describe('un espace de repos', () => {
  it('n’a jamais de places : la base refuse d’en ajouter', async () => {
    const monde = await createRepos(2)
    await expect(addPlace(monde.seine, 'Fauteuil 1')).rejects.toMatchObject({
      constraint: 'places_hors_repos',
    })
  })

  it('ne reçoit pas la place d’un autre dispositif', async () => {
    const monde = await createRepos(2)
    await expect(
      owner.query('UPDATE places SET dispositif_id = $1, organisation_id = $2 WHERE id = $3', [
        monde.seine.dispositif,
        monde.seine.organisation,
        monde.paris.place,
      ]),
    ).rejects.toMatchObject({ constraint: 'places_hors_repos' })
  })

  it('n’est pas un dispositif qui a des places', async () => {
    const { paris } = await createRepos(2)
    await expect(
      owner.query(`UPDATE dispositifs SET kind = 'REPOS' WHERE id = $1`, [paris.dispositif]),
    ).rejects.toMatchObject({ constraint: 'dispositifs_repos_sans_places' })
  })

  it('ne le devient pas pendant qu’une place s’y ajoute', async () => {
    const monde = await createSoiree(1)
    const { dispositif } = monde.seine
    await owner.query('DELETE FROM places WHERE dispositif_id = $1', [dispositif])
    await Promise.allSettled([
      addPlace(monde.seine, 'Lit 1'),
      owner.query(`UPDATE dispositifs SET kind = 'REPOS' WHERE id = $1`, [dispositif]),
    ])
    const { rows } = await owner.query<{ kind: string }>('SELECT kind FROM dispositifs WHERE id = $1', [
      dispositif,
    ])
    expect(await countRows('places', 'dispositif_id = $1', [dispositif])).toBe(
      rows[0]?.kind === 'REPOS' ? 0 : 1,
    )
  })
})
