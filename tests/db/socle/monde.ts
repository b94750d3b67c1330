import { uuidv7 } from 'uuidv7'
import type { Pool, PoolClient } from 'pg'

/** Two organisations, a structure, a device and a place each, one account each: the smallest world where a boundary exists. */
export type Cote = {
  organisation: string
  structure: string
  dispositif: string
  place: string
  compte: string
}
export type Monde = { paris: Cote; seine: Cote }

/** Inserts the world as the owner, row-level security aside. */
export async function createMonde(owner: Pool): Promise<Monde> {
  return { paris: await createCote(owner, '75', '75118'), seine: await createCote(owner, '93', '93066') }
}

async function createCote(owner: Pool, departement: string, commune: string): Promise<Cote> {
  const [organisation, structure, dispositif, place, compte] = Array.from({ length: 5 }, () => uuidv7())
  if (!organisation || !structure || !dispositif || !place || !compte) throw new Error('identifiants')
  await insertRow(owner, 'organisations', {
    id: organisation,
    slug: organisation,
    nom: 'Essai',
    nature: 'ASSOCIATION',
  })
  await insertRow(owner, 'structures', {
    id: structure,
    slug: structure,
    organisation_id: organisation,
    nom: 'Essai',
    kind: 'CSAPA',
    statut: 'OUVERTE',
    commune_code: commune,
    departement,
  })
  await insertRow(owner, 'dispositifs', {
    id: dispositif,
    slug: dispositif,
    structure_id: structure,
    organisation_id: organisation,
    kind: 'URGENCE',
    nom: 'Essai',
    statut: 'OUVERTE',
  })
  await insertRow(owner, 'places', {
    id: place,
    dispositif_id: dispositif,
    organisation_id: organisation,
    libelle: 'Lit 1',
    du: '2026-01-01T00:00:00Z',
  })
  await insertRow(owner, 'comptes', {
    id: compte,
    organisation_id: organisation,
    courriel: `${compte}@exemple.fr`,
    fonction: 'Essai',
  })
  return { organisation, structure, dispositif, place, compte }
}

/** A stay (or what `columns` say) on the place of one side. */
export async function insertOccupation(
  client: Pool | PoolClient,
  cote: Cote,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const row: Record<string, unknown> = {
    id: uuidv7(),
    place_id: cote.place,
    organisation_id: cote.organisation,
    kind: 'SEJOUR',
    etat: 'EN_COURS',
    debut: '2026-11-01T18:00:00Z',
    fin: '2026-11-02T08:00:00Z',
    cree_le: '2026-11-01T17:00:00Z',
    ...columns,
  }
  return insertRow(client, 'occupations', row)
}

/** An orientation from one side to the other, with a personne of the prescriber and its consent when asked. */
export async function insertOrientation(
  client: Pool | PoolClient,
  from: Cote,
  to: Cote,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return insertRow(client, 'orientations', {
    id: uuidv7(),
    prescripteur_structure_id: from.structure,
    prescripteur_organisation_id: from.organisation,
    auteur_id: from.compte,
    receveur_dispositif_id: to.dispositif,
    receveur_organisation_id: to.organisation,
    responsable_id: from.structure,
    statut: 'ENVOYEE',
    genre: 'FEMME',
    tranche_age: 'DE_30_39',
    echeance: 'CE_SOIR',
    souhait_le: '2026-11-01T20:00:00Z',
    envoyee_le: '2026-11-01T20:00:00Z',
    creee_le: '2026-11-01T20:00:00Z',
    ...columns,
  })
}

/** A random code held by one side's organisation. */
export async function insertPersonne(client: Pool | PoolClient, cote: Cote, code: string): Promise<string> {
  return insertRow(client, 'personnes', {
    id: uuidv7(),
    organisation_id: cote.organisation,
    code,
    genre: 'FEMME',
    tranche_age: 'DE_30_39',
    situation: 'ISOLEE',
    creee_le: '2026-11-01T20:00:00Z',
    dernier_contact_le: '2026-11-01T20:00:00Z',
  })
}

/** Inserts one row whose `id` is given, and answers it. */
export async function insertRow(
  client: Pool | PoolClient,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> {
  const names = Object.keys(row)
  const marks = names.map((_, position) => `$${position + 1}`)
  await client.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks.join(', ')})`,
    Object.values(row),
  )
  return String(row.id)
}

/** Runs as the application's role, carrying a viewer like `src/db/transaction.ts` does, and rolls back. */
export async function asViewer<Value>(
  app: Pool,
  viewer: { organisation: string | null; roles: readonly string[] } | null,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await app.connect()
  try {
    await client.query('BEGIN')
    if (viewer) {
      await client.query(
        `SELECT set_config('maillage.organisation', $1, true), set_config('maillage.roles', $2, true)`,
        [viewer.organisation ?? '', viewer.roles.join(',')],
      )
    }
    return await work(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
