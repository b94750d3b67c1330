import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { uuidv7 } from 'uuidv7'

const accompagnants = ['INTERVENANT', 'COORDINATEUR', 'RESPONSABLE'] as const
const autres = ['MEDIATEUR', 'MMPCR', 'LECTEUR', 'ADMIN'] as const
// What a forgotten `where` would send: whole tables.
const protegees = [
  'personnes',
  'orientations',
  'occupations',
  'consentements',
  'orientation_evenements',
  'prolongations',
  'sorties',
] as const

let monde: Monde
let orientation: string

async function count(table: string, viewer: Parameters<typeof asViewer>[1]): Promise<number> {
  const answer = await asViewer(app, viewer, (client) =>
    client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`),
  )
  return answer.rows[0]?.n ?? -1
}

beforeAll(async () => {
  monde = await createMonde(owner)
  const { paris, seine } = monde
  const personne = await insertPersonne(owner, paris, 'K7-PQ3')
  orientation = await insertOrientation(owner, paris, seine, { personne_id: personne })
  await insertRow(owner, 'consentements', {
    id: uuidv7(),
    orientation_id: orientation,
    portee: 'orientation',
    le: '2026-11-01T20:00:00Z',
    recueilli_par: paris.compte,
  })
  await insertRow(owner, 'orientation_evenements', {
    id: uuidv7(),
    orientation_id: orientation,
    vers: 'ENVOYEE',
    le: '2026-11-01T20:00:00Z',
    cote: 'PRESCRIPTEUR',
  })
  const sejour = await insertOccupation(owner, seine, {
    orientation_id: orientation,
    personne_id: personne,
    prescripteur_id: paris.organisation,
    etat: 'TERMINEE',
  })
  await insertRow(owner, 'prolongations', {
    id: uuidv7(),
    occupation_id: sejour,
    jours: 3,
    motif: 'essai',
    statut: 'ACCORDEE',
    demandee_le: '2026-11-01T20:00:00Z',
    repondue_le: '2026-11-01T21:00:00Z',
  })
  await insertRow(owner, 'sorties', {
    id: uuidv7(),
    occupation_id: sejour,
    destination: 'HOTEL',
    motif: 'essai',
    le: '2026-11-02T08:00:00Z',
  })
})

describe('une requête dont le where manque', () => {
  it.each(protegees)('ne montre rien de %s sans lecteur', async (table) => {
    expect(await count(table, null)).toBe(0)
  })

  it.each(autres.flatMap((role) => protegees.map((table) => [role, table] as const)))(
    'ne montre rien à %s dans %s',
    async (role, table) => {
      expect(await count(table, { organisation: monde.paris.organisation, roles: [role] })).toBe(0)
    },
  )

  it.each(accompagnants.flatMap((role) => protegees.map((table) => [role, table] as const)))(
    'ne montre à %s d’une troisième organisation rien de %s',
    async (role, table) => {
      expect(await count(table, { organisation: uuidv7(), roles: [role] })).toBe(0)
    },
  )

  it.each(protegees)('montre %s aux deux organisations que l’orientation relie', async (table) => {
    for (const { organisation } of [monde.paris, monde.seine]) {
      expect(await count(table, { organisation, roles: ['COORDINATEUR'] })).toBe(1)
    }
  })
})

const receveur = () => ({ organisation: monde.seine.organisation, roles: ['COORDINATEUR'] })

describe('une personne', () => {
  // D'un état à l'autre et retour : ce que la vie d'une orientation ne permet pas (voir tests/db/orientations/passages).
  const declencheurs = [
    ['orientations', 'orientations_passage'],
    ['consentements', 'consentements_retire'],
  ] as const
  beforeAll(async () => {
    for (const [table, nom] of declencheurs) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER ${nom}`)
  })
  afterAll(async () => {
    for (const [table, nom] of declencheurs) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER ${nom}`)
  })

  it('se voit de la structure qui la reçoit tant que l’orientation est ouverte', async () => {
    expect(await count('personnes', receveur())).toBe(1)
  })

  it.each(['REFUSEE', 'RENONCEE', 'RETIREE', 'EXPIREE', 'NON_VENUE', 'CLOSE'])(
    'disparaît pour elle quand l’orientation devient %s',
    async (statut) => {
      const client = await owner.connect()
      try {
        await client.query(
          `UPDATE orientations SET statut = $2::text::statut_orientation, motif = 'essai',
             motif_cote = (CASE WHEN $2::text = 'RENONCEE' THEN 'PERSONNE' ELSE 'STRUCTURE' END)::cote_motif WHERE id = $1`,
          [orientation, statut],
        )
        expect(await count('personnes', receveur())).toBe(0)
        expect(
          await count('personnes', { organisation: monde.paris.organisation, roles: ['INTERVENANT'] }),
        ).toBe(1)
      } finally {
        await client.query(
          `UPDATE orientations SET statut = 'ENVOYEE', motif = NULL, motif_cote = NULL WHERE id = $1`,
          [orientation],
        )
        client.release()
      }
    },
  )

  it('disparaît pour elle quand l’accord est retiré', async () => {
    await owner.query(`UPDATE consentements SET retire_le = now()`)
    expect(await count('personnes', receveur())).toBe(0)
    await owner.query(`UPDATE consentements SET retire_le = NULL`)
  })
})

describe('le rôle de l’application', () => {
  it('ne possède rien et ne contourne rien', async () => {
    const { rows } = await owner.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS objets
       FROM pg_roles r WHERE rolname = 'maillage_app'`,
    )
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, objets: 0 },
    ])
  })

  it('est celui des connexions de l’application', async () => {
    const { rows } = await app.query('SELECT current_user, session_user')
    expect(rows).toEqual([{ current_user: 'maillage_app', session_user: 'maillage_app' }])
  })

  it.each([
    ['occupations', 'réserver une place d’une autre organisation'],
    ['orientations', 'écrire au nom d’une autre organisation'],
    ['personnes', 'créer une personne d’une autre organisation'],
  ])('ne peut pas, dans %s, %s', async (table) => {
    const { paris, seine } = monde
    const insert = {
      occupations: insertOccupation,
      orientations: (client: Parameters<typeof insertOccupation>[0]) =>
        insertOrientation(client, seine, paris),
      personnes: (client: Parameters<typeof insertOccupation>[0]) => insertPersonne(client, seine, 'AB-CDE'),
    }[table]
    await expect(
      asViewer(app, { organisation: paris.organisation, roles: ['COORDINATEUR'] }, async (client) =>
        insert?.(client, seine),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  it('ne lit pas l’adresse confidentielle d’une autre organisation', async () => {
    const { paris, seine } = monde
    await owner.query('UPDATE structures SET confidentiel = true WHERE id = $1', [seine.structure])
    await insertRow(owner, 'adresses_structure', {
      id: uuidv7(),
      structure_id: seine.structure,
      organisation_id: seine.organisation,
      confidentielle: false,
      adresse: 'secrète',
    })
    for (const [organisation, visibles] of [
      [paris.organisation, 0],
      [seine.organisation, 1],
    ] as const) {
      expect(await count('adresses_structure', { organisation, roles: ['COORDINATEUR'] })).toBe(visibles)
    }
  })
})
