import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { recogniseMineur } from '@/features/mineurs/commands'
import { findParcours } from '@/features/parcours/queries'
import { missRendezVous, planRendezVous, resumeContact } from '@/features/rendez-vous/commands'
import { setObjectif } from '@/features/objectifs/commands'
import { readParcours } from '@/features/marches/queries'
import { logVisite, setRegleVisite } from '@/features/visites/commands'
import { readTournee } from '@/features/visites/queries'
import {
  act,
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
import { owner } from '../support/connections'
import { caarud, createHotel } from './hotel'

const JOUR = 24 * 60

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
