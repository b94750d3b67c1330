import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { civilDate } from '@/domain/commun/civil-date'
import { recogniseMineur } from '@/features/mineurs/commands'
import { moveStay } from '@/features/changements/commands'
import { findParcours } from '@/features/parcours/queries'
import { askProlongation, grantProlongation, refuseProlongation } from '@/features/prolongations/commands'
import { listSejoursHeberges } from '@/features/prolongations/queries'
import { missRendezVous, planRendezVous, resumeContact } from '@/features/rendez-vous/commands'
import { setObjectif } from '@/features/objectifs/commands'
import { readParcours } from '@/features/marches/queries'
import { logVisite, setRegleVisite } from '@/features/visites/commands'
import { readTournee } from '@/features/visites/queries'
import {
  act,
  addPlace,
  arrive,
  ask,
  avecPersonne,
  countRows,
  createSoiree,
  plusTard,
  receveurDe,
  rowOf,
  SOIR,
  viewerOf,
} from '../places/soiree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'

const JOUR = 24 * 60

/** A hotel whose stays last a fortnight, and somebody in it. */
async function createHotel() {
  const monde = await createSoiree(1, { kind: 'HOTEL' })
  await owner.query('UPDATE regles_sejour SET duree_max = 14 WHERE dispositif_id = $1', [
    monde.seine.dispositif,
  ])
  const { code, sejour } = await arrive(monde)
  return { monde, code: code ?? '', sejour }
}

const caarud = (monde: Monde) => viewerOf(monde.paris, 'COORDINATEUR')

async function demande(monde: Monde, occupationId: string) {
  return act(caarud(monde), plusTard(2 * JOUR), (context) =>
    askProlongation(context, { occupationId, jours: 7, motif: 'DEMARCHE' }),
  )
}

async function pendingOf(occupationId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM prolongations WHERE occupation_id = $1 AND statut = 'DEMANDEE'`,
    [occupationId],
  )
  return rows[0]?.id ?? ''
}

describe('une prolongation', () => {
  it('demandée par le CAARUD et accordée par l’hôtel repousse la fin d’autant', async () => {
    const { monde, sejour } = await createHotel()
    expect(await demande(monde, sejour.id)).toMatchObject({ ok: true })
    expect(await demande(monde, sejour.id)).toEqual({ ok: false, reason: 'PENDING' })
    const id = await pendingOf(sejour.id)
    expect(
      await act(caarud(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id })),
    ).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    const granted = await act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    expect(granted).toMatchObject({ ok: true })
    const { fin } = await rowOf('occupations', sejour.id)
    expect(fin).toEqual(new Date((sejour.fin?.getTime() ?? 0) + 7 * 86_400_000))
    expect(
      await act(receveurDe(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id })),
    ).toEqual({
      ok: false,
      reason: 'DONE_ALREADY',
    })
  })

  it('accordée par deux personnes à la fois ne l’est qu’une fois', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    const grant = () =>
      act(receveurDe(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id }))
    const results = await Promise.all([grant(), grant()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await rowOf('occupations', sejour.id)).fin).toEqual(
      new Date((sejour.fin?.getTime() ?? 0) + 7 * 86_400_000),
    )
  })

  it('que la place ne permet pas n’est pas accordée à moitié', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    await owner.query('UPDATE places SET au = $2 WHERE id = $1', [monde.seine.place, sejour.fin])
    const granted = await act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    expect(granted).toEqual({ ok: false, reason: 'NO_ROOM' })
    expect(await rowOf('prolongations', id)).toMatchObject({ statut: 'DEMANDEE' })
    expect((await rowOf('occupations', sejour.id)).fin).toEqual(sejour.fin)
  })

  it('refusée dit pourquoi et propose une suite ; une autre peut être demandée', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    await act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      refuseProlongation(context, { id, reponse: 'LISTE_ATTENTE', suite: 'AUTRE_DISPOSITIF' }),
    )
    expect(await rowOf('prolongations', id)).toMatchObject({ statut: 'REFUSEE', suite: 'AUTRE_DISPOSITIF' })
    expect(await demande(monde, sejour.id)).toMatchObject({ ok: true })
  })
})

describe('une prolongation qui attend quand la personne change de place', () => {
  const plusSept = (fin: Date | null) => new Date((fin?.getTime() ?? 0) + 7 * 86_400_000)

  async function move(monde: Monde, occupationId: string) {
    const placeId = await addPlace(monde.seine, 'Chambre d’à côté')
    return act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      moveStay(context, { occupationId, version: 1, placeId }),
    )
  }

  it('la suit : celui qui héberge l’y voit, l’y accorde, et une autre ne s’y ajoute pas', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const moved = await move(monde, sejour.id)
    if (!moved.ok) throw new Error(moved.reason)
    expect(await demande(monde, moved.value.id)).toEqual({ ok: false, reason: 'PENDING' })
    const { sejours } = await listSejoursHeberges(
      receveurDe(monde),
      { etat: 'a-faire' },
      50,
      plusTard(3 * JOUR),
    )
    const id = await pendingOf(moved.value.id)
    expect(sejours).toMatchObject([{ id: moved.value.id, demande: { id, jours: 7 } }])
    const granted = await act(receveurDe(monde), plusTard(4 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    expect(granted).toEqual({ ok: true, value: { fin: plusSept(sejour.fin) } })
  })

  it('et qu’on l’accorde au même instant, est accordée là où elle est', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    const [granted] = await Promise.all([
      act(receveurDe(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id })),
      move(monde, sejour.id),
    ])
    expect(granted).toMatchObject({ ok: true })
    const { rows } = await owner.query(
      `SELECT o.fin FROM prolongations d JOIN occupations o ON o.id = d.occupation_id WHERE d.id = $1 AND o.etat = 'EN_COURS'`,
      [id],
    )
    expect(rows).toEqual([{ fin: plusSept(sejour.fin) }])
  })

  it('et qu’on la demande au même instant, la suit ou n’est pas demandée', async () => {
    const { monde, sejour } = await createHotel()
    await Promise.allSettled([demande(monde, sejour.id), move(monde, sejour.id)])
    const left = await countRows(
      'prolongations d JOIN occupations o ON o.id = d.occupation_id',
      `o.organisation_id = $1 AND o.etat <> 'EN_COURS'`,
      [monde.seine.organisation],
    )
    expect(left).toBe(0)
  })

  it('ne se demande pas pour un séjour fini : la base elle-même le refuse', async () => {
    const { monde, sejour } = await createHotel()
    await move(monde, sejour.id)
    const row = { id: uuidv7(), occupation_id: sejour.id, jours: 7, motif: 'SOINS', demandee_le: SOIR }
    await expect(insertRow(owner, 'prolongations', row)).rejects.toMatchObject({
      constraint: 'prolongations_d_un_present',
    })
  })
})

describe('un rendez-vous manqué', () => {
  it('ouvre une reprise de contact, qui donne un nouveau rendez-vous, et rien n’est compté contre la personne', async () => {
    const monde = await createSoiree(1)
    const { code } = await ask(monde, avecPersonne)
    const planned = await act(caarud(monde), SOIR, (context) =>
      planRendezVous(context, {
        code: code ?? '',
        kind: 'CSAPA',
        structureId: null,
        accompagne: false,
        le: plusTard(60),
      }),
    )
    if (!planned.ok) throw new Error(planned.reason)
    const { id } = planned.value
    const miss = (minutes: number, version: number) =>
      act(caarud(monde), plusTard(minutes), (context) =>
        missRendezVous(context, { id, version, moyen: 'ALLER_AVEC', pourLe: civilDate('2026-11-25') }),
      )
    expect(await miss(30, 1)).toEqual({ ok: false, reason: 'NOT_YET' })
    expect(await miss(90, 9)).toEqual({ ok: false, reason: 'STALE_VERSION' })
    expect(await miss(90, 1)).toMatchObject({ ok: true })
    expect(await miss(90, 2)).toEqual({ ok: false, reason: 'DONE_ALREADY' })
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM relances WHERE rendez_vous_id = $1', [
      id,
    ])
    const relanceId = rows[0]?.id ?? ''
    const resumed = await act(caarud(monde), plusTard(120), (context) =>
      resumeContact(context, { id: relanceId, version: 1, nouveauLe: plusTard(2 * JOUR), accompagne: true }),
    )
    expect(resumed).toMatchObject({ ok: true })
    const { nouveau_id: nouveau } = await rowOf('relances', relanceId)
    expect(await rowOf('rendez_vous', String(nouveau))).toMatchObject({
      kind: 'CSAPA',
      accompagne: true,
      statut: 'PREVU',
    })
  })
})

describe('une porte qui ne répond pas', () => {
  it('donne l’alerte au jour réglé, une fois, et la referme dès que la personne est vue', async () => {
    const { monde, sejour } = await createHotel()
    const visit = (day: number, issue: 'VU' | 'PAS_DE_REPONSE') =>
      act(receveurDe(monde), plusTard(day * JOUR + 120), (context) =>
        logVisite(context, { occupationId: sejour.id, issue }),
      )
    await act(receveurDe(monde), SOIR, (context) =>
      setRegleVisite(context, { dispositifId: monde.seine.dispositif, alerteApres: 2, prevenir: ['CADRE'] }),
    )
    expect(await visit(1, 'PAS_DE_REPONSE')).toMatchObject({ value: { alerte: null } })
    expect(await visit(2, 'PAS_DE_REPONSE')).toMatchObject({ value: { alerte: 'OUVRIR' } })
    expect(await visit(3, 'PAS_DE_REPONSE')).toMatchObject({ value: { alerte: null } })
    const tournee = await readTournee(receveurDe(monde), monde.seine.dispositif, plusTard(3 * JOUR + 130))
    expect(tournee?.portes[0]).toMatchObject({ joursSansReponse: 3, alerte: { prevenus: [] } })
    expect(await visit(4, 'VU')).toMatchObject({ value: { alerte: 'FERMER' } })
    expect(await countRows('alertes_visite', 'occupation_id = $1 AND fermee_le IS NULL', [sejour.id])).toBe(0)
  })

  it('dont deux équipes notent le silence ensemble ne donne qu’une alerte', async () => {
    const { monde, sejour } = await createHotel()
    await act(receveurDe(monde), SOIR, (context) =>
      setRegleVisite(context, { dispositifId: monde.seine.dispositif, alerteApres: 1, prevenir: ['CADRE'] }),
    )
    const visit = () =>
      act(receveurDe(monde), plusTard(JOUR), (context) =>
        logVisite(context, { occupationId: sejour.id, issue: 'PAS_DE_REPONSE' }),
      )
    await Promise.all([visit(), visit(), visit()])
    expect(await countRows('alertes_visite', 'occupation_id = $1', [sejour.id])).toBe(1)
  })
})

describe('le parcours d’une personne', () => {
  it('se lit de son organisation, jamais de celle qui l’héberge', async () => {
    const { monde, code } = await createHotel()
    const lu = await findParcours(caarud(monde), code, plusTard(JOUR))
    expect(lu).toMatchObject({
      code,
      suivre: true,
      sejours: [{ etat: 'EN_COURS', etape: { joursRestants: 13 } }],
    })
    expect(await findParcours(receveurDe(monde), code, plusTard(JOUR))).toBeNull()
  })

  it('n’est pas réécrit par un écran périmé', async () => {
    const monde = await createSoiree(1)
    const { code } = await ask(monde, avecPersonne)
    const set = (statut: 'EN_COURS' | 'ATTEINT', version: number) =>
      act(caarud(monde), plusTard(5), (context) =>
        setObjectif(context, { code: code ?? '', kind: 'DROITS', statut, version }),
      )
    expect(await set('EN_COURS', 0)).toMatchObject({ ok: true })
    expect(await set('ATTEINT', 1)).toMatchObject({ ok: true })
    expect(await set('EN_COURS', 1)).toEqual({ ok: false, reason: 'STALE_VERSION' })
    expect(await set('EN_COURS', 0)).toEqual({ ok: false, reason: 'STALE_VERSION' })
  })

  it('s’efface quand la personne est mineure : demandes retirées, code introuvable, un compte de plus', async () => {
    const monde = await createSoiree(1)
    const { id, code } = await ask(monde, avecPersonne)
    const recognise = () =>
      act(caarud(monde), plusTard(5), (context) =>
        recogniseMineur(context, { code: code ?? '', service: 'ASE_75' }),
      )
    expect(await recognise()).toEqual({ ok: true, value: { demandes: 1 } })
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'RETIREE' })
    expect(await findParcours(caarud(monde), code ?? '', plusTard(6))).toBeNull()
    expect(await countRows('mineurs_orientes', 'organisation_id = $1', [monde.paris.organisation])).toBe(1)
    expect(await recognise()).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it('ne met pas dehors ce soir une personne mineure qui dort là', async () => {
    const { monde, code } = await createHotel()
    expect(
      await act(caarud(monde), plusTard(120), (context) =>
        recogniseMineur(context, { code, service: 'ASE_75' }),
      ),
    ).toEqual({ ok: false, reason: 'STAY_OPEN' })
  })
})

describe('les marches', () => {
  it('sont les deux parcours configurés, et ne montrent à tous que des nombres assez grands', async () => {
    const { monde } = await createHotel()
    const tous = await readParcours(viewerOf(monde.paris, 'MMPCR'), 'tous', plusTard(JOUR))
    expect(tous?.map(({ code, marches }) => [code, marches.length])).toEqual([
      ['paris-93', 7],
      ['bruxelles', 5],
    ])
    const miens = await readParcours(receveurDe(monde), 'les-miens', plusTard(JOUR))
    const hotel = miens?.[0]?.marches.find(({ nom }) => nom === 'Hôtel')
    expect(hotel).toMatchObject({ dispositifs: 1, places: 1, occupees: 1, arrivees: 1 })
    expect(hotel?.attente).toBeCloseTo(60 / JOUR)
  })
})
