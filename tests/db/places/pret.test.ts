import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { phraseRefus } from '@/domain/orientations/refus'
import { besoinSimple } from '@/domain/places/convient'
import { endLoan, lendPlaces } from '@/features/contingents/commands'
import { acceptOrientation } from '@/features/passages/commands'
import { bookPlace } from '@/features/reservations/commands'
import { insertOccupation, insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { accept, act, ask, createSoiree, plusTard, receveurDe, rowOf, SOIR } from './soiree'

/** Three places, two of them lent to Paris until 23 h (the evening begins at 22 h). */
async function createPret(
  retour: number | null = 23 * 60,
  places = 2,
): Promise<{ monde: Monde; pret: string }> {
  const monde = await createSoiree(3)
  await owner.query('UPDATE organisations SET nom = $2 WHERE id = $1', [
    monde.paris.organisation,
    'Gaïa Paris',
  ])
  const pret = await insertRow(owner, 'contingents', {
    id: uuidv7(),
    dispositif_id: monde.seine.dispositif,
    organisation_id: monde.paris.organisation,
    places,
    retour,
    du: '2026-11-01T11:00:00Z',
  })
  return { monde, pret }
}

/** Somebody at the door or on the phone, for no partner unless said. */
function book(monde: Monde, minutes = 5, partenaireId: string | null = null) {
  return act(receveurDe(monde), plusTard(minutes), (context) =>
    bookPlace(context, {
      dispositifId: monde.seine.dispositif,
      placeId: null,
      partenaireId,
      pourLe: null,
      fin: null,
      ...besoinSimple,
    }),
  )
}

describe('des places prêtées', () => {
  it('restent au partenaire jusqu’à l’heure dite, et le refus le nomme avec l’heure', async () => {
    const { monde } = await createPret()
    expect((await book(monde)).ok).toBe(true)
    const refused = await book(monde)
    if (refused.ok || refused.reason !== 'LENT_TO_PARTNER') throw new Error('prise')
    expect(refused.pret).toMatchObject({ organisation: 'Gaïa Paris', places: 2, rendLe: plusTard(60) })
    expect(phraseRefus(refused).replaceAll(/\s/gu, ' ')).toMatch(
      /^Les dernières places sont prêtées à un partenaire\. Rien n’a été réservé\. Gaïa Paris : 2 places prêtées, jusqu’à lun\. 23 nov\., 23 h 00/,
    )
  })

  it('reviennent à tous à l’heure dite', async () => {
    const { monde } = await createPret()
    for (let place = 1; place <= 3; place++) expect((await book(monde, 60)).ok).toBe(true)
    expect(await book(monde, 60)).toMatchObject({ ok: false, reason: 'NO_PLACE_LEFT' })
  })

  it('sont consommées d’abord par les demandes du partenaire, puis lui laissent le pot commun', async () => {
    const { monde, pret } = await createPret()
    for (const attendu of [pret, pret, null]) {
      const tenue = await accept(monde, (await ask(monde)).id)
      expect(await rowOf('occupations', tenue.id)).toMatchObject({ contingent_id: attendu })
    }
  })

  it('se prennent aussi au téléphone, pour le compte du partenaire', async () => {
    const { monde, pret } = await createPret()
    const booked = await book(monde, 5, monde.paris.organisation)
    if (!booked.ok) throw new Error(booked.reason)
    expect(await rowOf('occupations', booked.value.id)).toMatchObject({ contingent_id: pret })
  })

  it('épuisées, le disent au partenaire quand le reste est prêté à d’autres', async () => {
    const { monde } = await createPret(null, 1)
    await owner.query(
      `INSERT INTO organisations (id, slug, nom, nature) VALUES ($1, $2, 'Autre', 'ASSOCIATION')`,
      [uuidv7(), `autre-${monde.seine.place}`],
    )
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM organisations WHERE slug = $1', [
      `autre-${monde.seine.place}`,
    ])
    await insertRow(owner, 'contingents', {
      id: uuidv7(),
      dispositif_id: monde.seine.dispositif,
      organisation_id: rows[0]?.id,
      places: 2,
      du: '2026-11-01T11:00:00Z',
    })
    await accept(monde, (await ask(monde)).id)
    const { id } = await ask(monde)
    const refused = await act(receveurDe(monde), plusTard(10), (context) =>
      acceptOrientation(context, { id, version: 1, dispositifId: null, placeId: null }),
    )
    expect(refused).toMatchObject({
      ok: false,
      reason: 'CONTINGENT_FULL',
      pret: { organisation: 'Gaïa Paris' },
    })
  })

  it('ne sont pas dépassées par deux réservations simultanées', async () => {
    const { monde } = await createPret()
    const results = await Promise.all(Array.from({ length: 8 }, () => book(monde)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.reason === 'LENT_TO_PARTNER')).toHaveLength(7)
  })

  it.each<[string, { propre?: boolean; places?: number; rendu?: boolean }, string]>([
    ['à sa propre organisation', { propre: true }, 'LENT_TO_ITSELF'],
    ['deux fois à la même', {}, 'ALREADY_LENT'],
    ['plus qu’il n’y en a', { places: 4, rendu: true }, 'LENT_TOO_MUCH'],
  ])('ne se prêtent pas %s', async (_, { propre, places = 1, rendu }, reason) => {
    const { monde, pret } = await createPret()
    if (rendu) await act(receveurDe(monde), SOIR, (context) => endLoan(context, { contingentId: pret }))
    const lent = await act(receveurDe(monde), plusTard(1), (context) =>
      lendPlaces(context, {
        dispositifId: monde.seine.dispositif,
        organisationId: propre ? monde.seine.organisation : monde.paris.organisation,
        places,
        du: null,
        au: null,
        retour: null,
      }),
    )
    expect(lent).toEqual({ ok: false, reason })
  })

  it('en trop, ou prises dans un autre dispositif, sont refusées par la base', async () => {
    const { monde, pret } = await createPret()
    const row = {
      dispositif_id: monde.seine.dispositif,
      organisation_id: monde.seine.organisation,
      places: 2,
      du: '2026-11-01T11:00:00Z',
    }
    await expect(insertRow(owner, 'contingents', { id: uuidv7(), ...row })).rejects.toMatchObject({
      constraint: 'contingents_dans_dispositif',
    })
    const same = { ...row, organisation_id: monde.paris.organisation, places: 1 }
    await expect(insertRow(owner, 'contingents', { id: uuidv7(), ...same })).rejects.toMatchObject({
      constraint: 'contingents_sans_recouvrement',
    })
    await expect(insertOccupation(owner, monde.paris, { contingent_id: pret })).rejects.toMatchObject({
      constraint: 'occupations_sur_pret',
    })
  })
})
