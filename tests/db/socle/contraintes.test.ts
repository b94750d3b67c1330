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

const maraude = () => ({
  id: uuidv7(),
  organisation_id: monde.paris.organisation,
  auteur_id: monde.paris.compte,
  equipe: 2,
  mode: 'A_PIED',
  debut: '2026-11-24T00:30:00Z',
  nuit: '2026-11-23',
  statut: 'EN_COURS',
  schema_version: 1,
  recue_le: '2026-11-24T00:31:00Z',
})

describe('une maraude', () => {
  it('appartient au jour de travail, de midi à midi', async () => {
    await insertRow(owner, 'maraudes', maraude())
    await expect(insertRow(owner, 'maraudes', { ...maraude(), nuit: '2026-11-24' })).rejects.toThrow(
      /maraudes_nuit/,
    )
  })

  it.each([
    ['une fin avant le début', { fin: '2026-11-23T00:00:00Z', statut: 'CLOSE' }, /maraudes_ordre/],
    ['une date de 1970', { debut: '1970-01-01T20:00:00Z', nuit: '1970-01-01' }, /maraudes_epoque/],
    ['une clôture sans fin', { statut: 'CLOSE' }, /maraudes_close_finie/],
    ['une équipe vide', { equipe: 0 }, /maraudes_equipe/],
    ['une transmission sans limite', { transmission: 'a'.repeat(10_000) }, /maraudes_transmission/],
  ])('refuse %s', async (_, columns, constraint) => {
    await expect(insertRow(owner, 'maraudes', { ...maraude(), ...columns })).rejects.toThrow(constraint)
  })

  it('refuse des nombres négatifs et une commune inconnue à ses arrêts', async () => {
    const ronde = await insertRow(owner, 'maraudes', maraude())
    const arret = { id: uuidv7(), maraude_id: ronde, commune_code: '93066', arrivee: '2026-11-24T00:40:00Z' }
    await expect(insertRow(owner, 'arrets', { ...arret, commune_code: '13055' })).rejects.toThrow(
      /foreign key/,
    )
    await insertRow(owner, 'arrets', arret)
    const rencontre = {
      id: uuidv7(),
      arret_id: arret.id,
      genre: 'HOMME',
      tranche_age: 'INCONNUE',
      situation: 'INCONNUE',
    }
    await expect(insertRow(owner, 'rencontres', { ...rencontre, connus: -1 })).rejects.toThrow(
      /rencontres_nombre/,
    )
    const materiel = { id: uuidv7(), arret_id: arret.id, article_code: 'pipe-droite', sens: 'DONNE' }
    await expect(insertRow(owner, 'materiels', { ...materiel, quantite: -3 })).rejects.toThrow(
      /materiels_quantite/,
    )
    await insertRow(owner, 'rencontres', { ...rencontre, connus: 1 })
    await expect(insertRow(owner, 'rencontres', { ...rencontre, id: uuidv7(), connus: 2 })).rejects.toThrow(
      /rencontres_un_profil_par_arret/,
    )
    await insertRow(owner, 'materiels', { ...materiel, quantite: 3 })
    await expect(insertRow(owner, 'materiels', { ...materiel, id: uuidv7(), quantite: 1 })).rejects.toThrow(
      /materiels_un_article_par_arret/,
    )
  })

  it('refuse un test donné ou récupéré, et un matériel réalisé', async () => {
    const ronde = await insertRow(owner, 'maraudes', maraude())
    const arret = { id: uuidv7(), maraude_id: ronde, commune_code: '93066', arrivee: '2026-11-24T00:40:00Z' }
    await insertRow(owner, 'arrets', arret)
    const test = { arret_id: arret.id, article_code: 'trod-vih', quantite: 1 }
    for (const sens of ['DONNE', 'RECUPERE']) {
      await expect(insertRow(owner, 'materiels', { ...test, id: uuidv7(), sens })).rejects.toThrow(
        /materiels_test_realise/,
      )
    }
    const pipe = { ...test, id: uuidv7(), article_code: 'pipe-droite', sens: 'REALISE' }
    await expect(insertRow(owner, 'materiels', pipe)).rejects.toThrow(/materiels_test_realise/)
    await insertRow(owner, 'materiels', { ...test, id: uuidv7(), sens: 'REALISE' })
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
