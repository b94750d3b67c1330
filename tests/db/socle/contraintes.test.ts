import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, it } from 'vitest'
import { app, owner } from '../support/connections'
import {
  asViewer,
  createMonde,
  insertOccupation,
  insertOrientation,
  insertPersonne,
  insertRow,
  type Monde,
} from './monde'

let monde: Monde
beforeAll(async () => {
  monde = await createMonde(owner)
})

const TENUE = { kind: 'RESERVATION', etat: 'TENUE', expire_le: '2026-11-05T22:00:00Z' }

describe('une place', () => {
  it('ne porte jamais deux occupations vivantes qui se recouvrent', async () => {
    const jour = { debut: '2026-12-01T18:00:00Z', fin: '2026-12-02T08:00:00Z' }
    await insertOccupation(owner, monde.paris, jour)
    for (const autre of [
      jour,
      { ...jour, ...TENUE },
      { ...jour, debut: '2026-12-02T07:59:59Z', fin: null },
      { ...jour, debut: '2026-11-30T00:00:00Z', fin: '2026-12-01T18:00:01Z', etat: 'TERMINEE' },
    ]) {
      await expect(insertOccupation(owner, monde.paris, autre)).rejects.toThrow(
        /occupations_sans_recouvrement/,
      )
    }
  })

  it('accepte une arrivée à l’heure même du départ', async () => {
    await expect(
      insertOccupation(owner, monde.paris, {
        ...TENUE,
        debut: '2026-12-02T08:00:00Z',
        fin: '2026-12-03T08:00:00Z',
      }),
    ).resolves.toMatch(/-/)
  })

  it('ne porte jamais deux présents, même quand le premier a passé sa fin sans que personne ne l’ait dit', async () => {
    await expect(
      insertOccupation(owner, monde.paris, { debut: '2026-12-04T08:00:00Z', fin: '2026-12-05T08:00:00Z' }),
    ).rejects.toThrow(/occupations_un_present_par_place/)
  })

  it.each(['LIBEREE', 'EXPIREE', 'CONVERTIE'])('est libre derrière une réservation %s', async (etat) => {
    const jour = { debut: '2026-12-10T18:00:00Z', fin: '2026-12-11T08:00:00Z' }
    await expect(insertOccupation(owner, monde.paris, { ...jour, ...TENUE, etat })).resolves.toMatch(/-/)
  })

  it.each([
    ['plus de personnes que de couchages', { personnes: 2 }, /occupations_couchages/],
    ['une fin avant le début', { fin: '2026-10-01T00:00:00Z' }, /occupations_ordre/],
    [
      'une occupation avant que la place existe',
      { debut: '2025-01-01T00:00:00Z', fin: null },
      /occupations_dans_place/,
    ],
    ['une réservation sans heure d’expiration', { ...TENUE, expire_le: null }, /occupations_tenue_expire/],
    ['un séjour tenu', { etat: 'TENUE' }, /occupations_etat/],
    ['un séjour terminé sans fin', { etat: 'TERMINEE', fin: null }, /occupations_terminee_finie/],
  ])('refuse %s', async (_, columns, constraint) => {
    await expect(
      insertOccupation(owner, monde.paris, {
        debut: '2027-02-01T18:00:00Z',
        fin: '2027-02-02T08:00:00Z',
        ...columns,
      }),
    ).rejects.toThrow(constraint)
  })

  it('porte le territoire de sa structure, quoi qu’on écrive', async () => {
    const id = await insertOccupation(owner, monde.seine, { departement: '75' })
    const { rows } = await owner.query('SELECT departement FROM occupations WHERE id = $1', [id])
    expect(rows).toEqual([{ departement: '93' }])
  })
})

describe('une orientation', () => {
  it.each([
    [
      'un refus dit par la personne',
      { statut: 'REFUSEE', motif: 'x', motif_cote: 'PERSONNE' },
      /orientations_cote/,
    ],
    [
      'un renoncement dit par la structure',
      { statut: 'RENONCEE', motif: 'x', motif_cote: 'STRUCTURE' },
      /orientations_cote/,
    ],
    ['un refus sans motif', { statut: 'REFUSEE', motif_cote: 'STRUCTURE' }, /orientations_motif/],
    ['un mineur', { tranche_age: 'MOINS_18' }, /orientations_majeures/],
    ['un couple d’une personne', { couple: true }, /orientations_personnes/],
    ['une date promise sans date', { echeance: 'A_DATE' }, /orientations_echeance/],
    [
      'une acceptation que personne n’a reçue',
      { statut: 'ACCEPTEE', receveur_dispositif_id: null, receveur_organisation_id: null },
      /orientations_acceptee_recue/,
    ],
  ])('refuse %s', async (_, columns, constraint) => {
    await expect(insertOrientation(owner, monde.paris, monde.seine, columns)).rejects.toThrow(constraint)
  })

  it('refuse la personne d’une autre organisation', async () => {
    const personne = await insertPersonne(owner, monde.seine, 'ZZ-ZZZ')
    await expect(
      insertOrientation(owner, monde.paris, monde.seine, { personne_id: personne }),
    ).rejects.toThrow(/foreign key/)
  })

  it('n’obtient qu’une place à la fois', async () => {
    const id = await insertOrientation(owner, monde.paris, monde.seine)
    const tenue = { ...TENUE, orientation_id: id, debut: '2027-03-01T18:00:00Z', fin: '2027-03-02T08:00:00Z' }
    await insertOccupation(owner, monde.seine, tenue)
    await expect(insertOccupation(owner, monde.paris, tenue)).rejects.toThrow(
      /occupations_une_par_orientation/,
    )
  })
})

describe('une capacité', () => {
  it('est datée sans recouvrement', async () => {
    const capacite = {
      dispositif_id: monde.paris.dispositif,
      mode: 'NUIT',
      places: 30,
      du: '2020-01-01',
      au: '2023-01-01',
    }
    await insertRow(owner, 'capacites', { id: uuidv7(), ...capacite })
    await insertRow(owner, 'capacites', { id: uuidv7(), ...capacite, du: '2023-01-01', au: null })
    await expect(
      insertRow(owner, 'capacites', { id: uuidv7(), ...capacite, du: '2024-01-01', au: null }),
    ).rejects.toThrow(/capacites_sans_recouvrement/)
  })
})

describe.each(['journal', 'orientation_evenements'])('%s', (table) => {
  it.each([`UPDATE ${table} SET le = now()`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])(
    'refuse %s, même du propriétaire',
    async (statement) => {
      const orientation = await insertOrientation(owner, monde.paris, monde.seine)
      const row = {
        journal: { action: 'essai' },
        orientation_evenements: { orientation_id: orientation, vers: 'ENVOYEE', cote: 'PRESCRIPTEUR' },
      }
      await insertRow(owner, table, {
        id: uuidv7(),
        le: '2026-11-01T00:00:00Z',
        ...row[table === 'journal' ? table : 'orientation_evenements'],
      })
      await expect(owner.query(statement)).rejects.toThrow(/ajout seul/)
      await expect(asViewer(app, null, (client) => client.query(statement))).rejects.toThrow(
        /permission denied|ajout seul/,
      )
    },
  )
})

describe('les contraintes que le schéma ne sait pas dire', () => {
  it('sont toutes là', async () => {
    const { rows } = await owner.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint WHERE contype = 'x' ORDER BY conname`,
    )
    expect(rows.map(({ conname }) => conname)).toEqual([
      'capacites_sans_recouvrement',
      'contingents_sans_recouvrement',
      'objectifs_un_a_la_fois',
      'occupations_sans_recouvrement',
      'ouvertures_crise_sans_recouvrement',
      'regles_sans_recouvrement',
      'tournees_une_equipe_un_lieu',
    ])
  })

  it('gardent chaque table de personnes derrière la sécurité par ligne', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r' ORDER BY relname`,
    )
    expect(rows.map(({ relname }) => relname)).toEqual([
      'acces_urgence',
      'adresses_structure',
      'alertes_prevenues',
      'alertes_visite',
      'appareils',
      'astreintes',
      'besoins_sans_reponse',
      'blocages_sortie',
      'consentements',
      'constats',
      'decisions',
      'enrolements',
      'entrees',
      'exports_lignes',
      'exports_morceaux',
      'liens_reponse',
      'mineurs_orientes',
      'mouvements_attente',
      'objectifs_suivis',
      'occupations',
      'operation_conflits',
      'operations',
      'orientation_evenements',
      'orientations',
      'personnes',
      'pistes_sortie',
      'plans_sortie',
      'prolongations',
      'rapports_abonnements',
      'rapports_enregistres',
      'rapports_envois',
      'regles_visite',
      'relances',
      'remises_suivi',
      'rendez_vous',
      'revues',
      'sorties',
      'tournees',
      'visites',
    ])
  })
})
