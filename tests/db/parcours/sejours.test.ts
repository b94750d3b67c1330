import { beforeAll, describe, expect, it } from 'vitest'
import type { FiltreSejours } from '@/domain/parcours/sejours'
import { moveStay } from '@/features/changements/commands'
import { findParcours } from '@/features/parcours/queries'
import { listSejoursHeberges, type SejourHeberge } from '@/features/prolongations/queries'
import { holdRevue } from '@/features/revues/commands'
import { readParcours } from '@/features/marches/queries'
import { endStay } from '@/features/sejours/commands'
import { act, addPlace, arrive, createSoiree, plusTard, receveurDe, viewerOf } from '../places/soiree'
import { insertOccupation, type Monde } from '../socle/monde'
import { owner } from '../support/connections'

const JOUR = 24 * 60
const jour = (days: number) => plusTard(days * JOUR)

/** A hotel without end, where one looks at the stay every thirty days. */
async function createHotel(places = 1): Promise<Monde> {
  const monde = await createSoiree(places, { kind: 'HOTEL' })
  await owner.query(
    'UPDATE regles_sejour SET duree_max = NULL, revue_tous_les = 30 WHERE dispositif_id = $1',
    [monde.seine.dispositif],
  )
  return monde
}

async function list(monde: Monde, day: number, filtre: Partial<FiltreSejours> = {}, limite = 50) {
  return listSejoursHeberges(receveurDe(monde), { etat: 'tous', ...filtre }, limite, jour(day))
}

/** To a new place of the same device. */
async function move(monde: Monde, occupationId: string, day: number): Promise<string> {
  const placeId = await addPlace(monde.seine, `Lit du jour ${day}`)
  const moved = await act(receveurDe(monde), jour(day), (context) =>
    moveStay(context, { occupationId, version: 1, placeId }),
  )
  if (!moved.ok) throw new Error(moved.reason)
  return moved.value.id
}

describe('un séjour qui change de place', () => {
  it('compte ses jours et son premier point d’étape depuis la première place', async () => {
    const monde = await createHotel()
    const { code, sejour } = await arrive(monde)
    const deuxieme = await move(monde, sejour.id, 20)
    const troisieme = await move(monde, deuxieme, 25)
    const { sejours, comptes } = await list(monde, 31)
    expect(comptes).toMatchObject([{ tous: 1, aFaire: 1 }])
    expect(sejours).toMatchObject([{ id: troisieme, etape: { jours: 31, revueEnRetard: true } }])
    const parcours = await findParcours(viewerOf(monde.paris, 'COORDINATEUR'), code ?? '', jour(31))
    expect(parcours?.sejours[0]).toMatchObject({ id: troisieme, etape: { jours: 31, revueEnRetard: true } })
    expect(parcours?.sejours[0]?.depuis).toEqual(plusTard(60))
  })

  it('garde le point d’étape fait à la place d’avant', async () => {
    const monde = await createHotel()
    const { sejour } = await arrive(monde)
    await act(receveurDe(monde), jour(15), (context) =>
      holdRevue(context, { occupationId: sejour.id, suite: 'CONTINUER' }),
    )
    await move(monde, sejour.id, 20)
    expect((await list(monde, 44)).sejours).toMatchObject([{ etape: { revueEnRetard: false } }])
    expect((await list(monde, 45)).sejours).toMatchObject([{ etape: { revueEnRetard: true } }])
  })

  it('dure, dans sa marche, le temps de toutes ses places', async () => {
    const monde = await createHotel()
    const { sejour } = await arrive(monde)
    const id = await move(monde, sejour.id, 20)
    const depart = { destination: 'RUE', issue: 'FIN_PREVUE', acquis: [] } as const
    const ended = await act(receveurDe(monde), jour(30), (context) =>
      endStay(context, { occupationId: id, version: 1, ...depart, acquis: [] }),
    )
    expect(ended.ok).toBe(true)
    const [paris93] = (await readParcours(receveurDe(monde), 'les-miens', jour(31))) ?? []
    const hotel = paris93?.marches.find(({ nom }) => nom === 'Hôtel')
    expect(hotel?.duree).toBeCloseTo(30 - 60 / JOUR, 2)
  })
})

/** As the base ranks what presses, when nothing was asked. */
function presse({ etape }: SejourHeberge): number {
  if ((etape.joursRestants ?? 0) < 0 || etape.preavisOuvert) return 2
  return etape.revueEnRetard ? 1 : 0
}

describe('la liste des séjours', () => {
  const NOMBRE = 12
  let monde: Monde
  beforeAll(async () => {
    monde = await createHotel(0)
    for (let rank = 0; rank < NOMBRE; rank++) {
      const place = await addPlace(monde.seine, `Chambre ${rank}`)
      await insertOccupation(
        owner,
        { ...monde.seine, place },
        {
          debut: jour(-10 * rank),
          fin: rank % 3 === 0 ? null : jour(rank - 4),
        },
      )
    }
  })

  async function walk(filtre: Partial<FiltreSejours>): Promise<SejourHeberge[]> {
    const walked: SejourHeberge[] = []
    let apres: FiltreSejours['apres']
    do {
      const page = await list(monde, 0, { ...filtre, apres }, 5)
      walked.push(...page.sejours)
      apres = page.suite ?? undefined
    } while (apres !== undefined)
    return walked
  }

  it('se lit page après page, chaque séjour une fois, dans le même ordre que d’un seul tenant', async () => {
    const walked = await walk({})
    expect(walked).toHaveLength(NOMBRE)
    expect(walked).toEqual((await list(monde, 0)).sejours)
  })

  it('commence par les fins passées, puis les points d’étape dus, et dit combien demandent quelque chose', async () => {
    const { sejours, comptes, total } = await list(monde, 0)
    const urgences = sejours.map(presse)
    expect(urgences).toEqual(urgences.toSorted((a, b) => b - a))
    expect(new Set(urgences)).toEqual(new Set([2, 1, 0]))
    const aFaire = urgences.filter((urgence) => urgence > 0).length
    expect(comptes).toMatchObject([{ tous: NOMBRE, aFaire }])
    expect(total).toEqual({ tous: NOMBRE, aFaire })
    expect(await walk({ etat: 'a-faire' })).toEqual(sejours.slice(0, aFaire))
  })

  it('compte tous les séjours, quelle que soit la page', async () => {
    const { sejours, suite, total } = await list(monde, 0, {}, 5)
    const rest = await list(monde, 0, { apres: suite ?? undefined }, 5)
    expect([sejours.length, rest.sejours.length]).toEqual([5, 5])
    expect(rest.total).toEqual(total)
    expect((await list(monde, 0, {}, 0)).total).toEqual(total)
  })

  it('ne montre que le dispositif demandé, et rien d’un dispositif d’une autre organisation', async () => {
    expect((await list(monde, 0, { dispositif: monde.seine.dispositif })).sejours).toHaveLength(NOMBRE)
    const ailleurs = await list(monde, 0, { dispositif: monde.paris.dispositif })
    expect(ailleurs).toMatchObject({ sejours: [], total: { tous: 0 }, comptes: [{ tous: NOMBRE }] })
  })
})
