import { open } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { findCommune } from '../src/domain/territoire/territoire'
import {
  type Contour,
  libellesFichier,
  libellesRejet,
  type LectureContours,
  readContours,
} from '../src/domain/territoire/contours'

const MAX_BYTES = 20 * 1024 * 1024

/** What stops an import, as a sentence for who typed the command. */
export class ImportRefuse extends Error {}

type Replaced = { nouveaux: number; remplaces: number; anciens: string[] }

/**
 * Reads the sources as one, checks them, replaces the contours in one transaction.
 * @returns what to tell, line by line
 * @throws ImportRefuse with a sentence in French; nothing is then changed
 */
export async function importContours(
  databaseUrl: string,
  sources: readonly string[],
  { partiel, timeoutMs = 60_000 }: { partiel: boolean; timeoutMs?: number },
): Promise<string[]> {
  const contents = await Promise.all(sources.map((source) => readSource(source, timeoutMs)))
  const lecture = readAll(contents)
  const faults = faultsOf(lecture)
  if (faults.length > 0 && !partiel) {
    const advice = 'Rien n’a été changé. Pour garder les contours qui sont bons, ajoutez --partiel.'
    throw new ImportRefuse([...faults, advice].join('\n'))
  }
  const label = sources.map((source) => (isAddress(source) ? source : path.basename(source))).join(', ')
  const replaced = await writeContours(databaseUrl, lecture.contours, label)
  return [...faults, ...report(lecture, replaced)]
}

function readAll(contents: readonly unknown[]): LectureContours {
  const features = contents.map((content) => (isCollection(content) ? content.features : null))
  const crs = contents.find((content) => isCollection(content) && content.crs !== undefined)
  // One file is read as it is, so that what it lacks is said; several are read as one.
  const whole = features.every((each) => each !== null)
    ? { ...(isCollection(crs) ? { crs: crs.crs } : {}), type: 'FeatureCollection', features: features.flat() }
    : null
  const read = readContours(whole)
  if (!read.ok) throw new ImportRefuse(libellesFichier[read.reason])
  return read.value
}

function isCollection(content: unknown): content is { features: unknown[]; crs?: unknown } {
  return (
    typeof content === 'object' &&
    content !== null &&
    'features' in content &&
    Array.isArray(content.features)
  )
}

function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source)
}

async function readSource(source: string, timeoutMs: number): Promise<unknown> {
  const text = isAddress(source) ? await download(source, timeoutMs) : await readFile(source)
  try {
    return JSON.parse(text)
  } catch {
    throw new ImportRefuse(`${source} n’est pas du JSON : un fichier GeoJSON est attendu.`)
  }
}

async function readFile(source: string): Promise<string> {
  const file = await open(source).catch(() => {
    throw new ImportRefuse(`Le fichier ${source} n’existe pas ou ne peut pas être lu.`)
  })
  try {
    if ((await file.stat()).size > MAX_BYTES) throw tooLarge(source)
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

async function download(source: string, timeoutMs: number): Promise<string> {
  const response = await fetch(source, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => {
    throw new ImportRefuse(`L’adresse ${source} ne répond pas.`)
  })
  if (!response.ok || response.body === null)
    throw new ImportRefuse(`${source} a répondu ${response.status}.`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw tooLarge(source)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function tooLarge(source: string): ImportRefuse {
  return new ImportRefuse(`${source} pèse plus de 20 Mo : des contours simplifiés suffisent.`)
}

function faultsOf({ rejets, manquantes }: LectureContours): string[] {
  const rejected = rejets.map(({ code, motif }) => `${nameOf(code)} : ${libellesRejet[motif]}.`)
  if (manquantes.length === 0) return rejected
  const names = manquantes.map(nameOf).join(', ')
  return [...rejected, `Sans contour (${manquantes.length} sur 59) : ${names}.`]
}

function nameOf(code: string): string {
  return `${findCommune(code)?.nom ?? '?'} (${code})`
}

async function writeContours(
  databaseUrl: string,
  contours: readonly Contour[],
  source: string,
): Promise<Replaced> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    const before = await client.query<{ code: string; source: string }>('SELECT code, source FROM contours')
    const codes = new Set(contours.map(({ code }) => code))
    const replaced = before.rows.filter(({ code }) => codes.has(code))
    await client.query(
      `INSERT INTO contours (code, geometrie, source, importe_le)
       SELECT code, geometrie, $2, now() FROM jsonb_to_recordset($1::jsonb) AS lu(code text, geometrie jsonb)
       ON CONFLICT (code) DO UPDATE SET geometrie = excluded.geometrie, source = excluded.source, importe_le = excluded.importe_le`,
      [JSON.stringify(contours), source],
    )
    await client.query(
      `INSERT INTO journal (id, le, action, objet, details) VALUES (gen_random_uuid(), now(), 'contours.import', 'contour', $1)`,
      [{ source, contours: contours.length }],
    )
    await client.query('COMMIT')
    return {
      nouveaux: contours.length - replaced.length,
      remplaces: replaced.length,
      anciens: [...new Set(replaced.map((row) => row.source))],
    }
  } finally {
    // Closing without COMMIT undoes everything.
    await client.end()
  }
}

function report(
  { contours, etrangers }: LectureContours,
  { nouveaux, remplaces, anciens }: Replaced,
): string[] {
  return [
    `${contours.length} contours sont en place : ${nouveaux} nouveaux, ${remplaces} remplacés.`,
    ...(anciens.length > 0 ? [`Ils remplacent ceux de : ${anciens.join(' ; ')}.`] : []),
    ...(etrangers > 0 ? [`${etrangers} éléments d’un autre territoire ont été laissés de côté.`] : []),
  ]
}
