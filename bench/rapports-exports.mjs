// Files of rows: 1,000,000 stops as CSV against PostgreSQL's own COPY of the same query, and what memory they take.
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { rounded, timeInTurn } from './chrono.mjs'

const now = new Date('2026-11-23T21:00:00Z')
const STOPS = 1_000_000
const rounds = 10_000
const nights = { du: '2025-01-01', au: '2025-12-31' }
const half = { du: '2025-01-01', au: '2025-07-02' }
const MEGABYTE = 1024 * 1024
const SAMPLE_MS = 20

/** Yields `rapports.csv_ratio`, `rapports.csv_rss_mb` and `rapports.xlsx_rss_mb`, on a base of `createBase` already served. */
export async function* exportFigures({ owner, application }) {
  const viewer = await fillStops(owner)
  const { rowsQuery } = await import('../src/features/exports/queries.ts')
  const csv = { perimetre: 'ARRETS', format: 'CSV', ...nights }
  const query = rowsQuery(viewer, csv, 'TEXTES')
  // The first file of a process brings its libraries in: they are there whatever the number of rows.
  for (const format of ['CSV', 'XLSX'])
    await writeOne(owner, viewer, { ...csv, perimetre: 'STRUCTURES', format }, 0)
  const growths = []
  const ours = async () => {
    growths.push(await growthOf(() => writeOne(owner, viewer, csv, STOPS)))
  }
  const [file, copy] = await timeInTurn([ours, () => copyByHand(application, viewer, query)], {
    rounds: 3,
    warmups: 1,
  })
  yield { name: 'rapports.csv_ratio', value: rounded(file / copy), unit: 'rapport', limit: 1.5 }
  yield { name: 'rapports.csv_rss_mb', value: Math.max(...growths), unit: 'Mo', limit: 100 }
  const xlsx = { perimetre: 'ARRETS', format: 'XLSX', ...half }
  const growth = await growthOf(() => writeOne(owner, viewer, xlsx, STOPS / 2))
  yield { name: 'rapports.xlsx_rss_mb', value: growth, unit: 'Mo', limit: 100 }
}

/** Asked, then written by the job itself: read, hashed and kept in the base. */
async function writeOne(owner, viewer, demande, least) {
  const { inTransaction } = await import('../src/db/transaction.ts')
  const { askExport } = await import('../src/features/exports/commands.ts')
  const { writeExports } = await import('../src/jobs/exports.ts')
  const asked = await inTransaction(viewer, (tx) => askExport({ actor: viewer, now, tx }, demande))
  if (!asked.ok) throw new Error(`Export refusé : ${asked.reason}`)
  await writeExports(now)
  const { rows } = await owner.query('SELECT etat, lignes FROM exports_lignes WHERE id = $1', [
    asked.value.id,
  ])
  if (rows[0].etat !== 'PRET' || rows[0].lignes < least)
    throw new Error(`Export manqué : ${JSON.stringify(rows[0])}`)
  await owner.query('DELETE FROM exports_lignes WHERE id = $1', [asked.value.id])
}

/** The same rows, as the same account, out of PostgreSQL into nothing. */
async function copyByHand(application, viewer, query) {
  const { to } = await import('pg-copy-streams')
  const client = await application.connect()
  try {
    await client.query('BEGIN READ ONLY')
    await client.query(
      `SELECT set_config('maillage.compte', $1, true), set_config('maillage.organisation', $2, true), set_config('maillage.roles', 'RESPONSABLE', true)`,
      [viewer.compteId, viewer.organisationId],
    )
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    await pipeline(
      client.query(to(`COPY (${query}) TO STDOUT WITH (FORMAT csv, HEADER, DELIMITER ';')`)),
      nowhere,
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

/** Megabytes that this process grew by at most, while the work ran. */
async function growthOf(work) {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), SAMPLE_MS)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return Math.round((most - before) / MEGABYTE)
}

/** A year of rounds of one organisation, a hundred stops each, and who may take them away. */
async function fillStops(owner) {
  const [organisationId, compteId] = [randomUUID(), randomUUID()]
  await owner.query(
    `INSERT INTO organisations (id, slug, nom, nature) VALUES ($1::uuid, $1::text, 'Banc des exports', 'ASSOCIATION')`,
    [organisationId],
  )
  await owner.query(
    `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1::uuid, $2, 'banc-' || $1::text || '@exemple.fr', 'Banc')`,
    [compteId, organisationId],
  )
  await owner.query(
    `INSERT INTO attributions (id, compte_id, role) VALUES (gen_random_uuid(), $1, 'RESPONSABLE')`,
    [compteId],
  )
  await owner.query(
    `INSERT INTO maraudes (id, organisation_id, auteur_id, equipe, mode, debut, fin, nuit, statut, schema_version, recue_le)
     SELECT gen_random_uuid(), $1, $2, 3, 'A_PIED', debut, debut + interval '4 hours', date '2025-01-01' + (n % 365), 'CLOSE', 1, debut
     FROM generate_series(0, $3::int - 1) n
       CROSS JOIN LATERAL (SELECT (date '2025-01-01' + (n % 365) + time '20:00') AT TIME ZONE 'Europe/Paris' AS debut) d`,
    [organisationId, compteId, rounds],
  )
  await owner.query(
    `INSERT INTO arrets (id, maraude_id, commune_code, arrivee, depart, mediations)
     SELECT gen_random_uuid(), m.id, CASE WHEN k % 2 = 0 THEN '93055' ELSE '75119' END, m.debut + k * interval '2 minutes',
       m.debut + k * interval '2 minutes' + interval '90 seconds', k % 3
     FROM maraudes m, generate_series(1, $2::int) k WHERE m.organisation_id = $1`,
    [organisationId, STOPS / rounds],
  )
  await owner.query(
    `INSERT INTO rencontres (id, arret_id, genre, tranche_age, situation, connus, nouveaux)
     SELECT gen_random_uuid(), a.id, 'HOMME', 'DE_30_39', 'ISOLEE', 2, 1 FROM arrets a JOIN maraudes m ON m.id = a.maraude_id
     WHERE m.organisation_id = $1 AND a.mediations = 1`,
    [organisationId],
  )
  await owner.query('VACUUM ANALYZE')
  const { mintViewer } = await import('../src/auth/mint-viewer.ts')
  const attributions = [{ role: 'RESPONSABLE', structureId: null }]
  return mintViewer({ compteId, sessionId: randomUUID(), organisationId, fonction: 'Banc', attributions })
}
