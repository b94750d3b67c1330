import 'server-only'
import { writeXlsxStream } from 'hucre/xlsx'
import type { RowReader } from '@/db/rows'
import { disarmFormula } from '@/domain/commun/tableur'
import type { Viewer } from '@/domain/comptes/viewer'
import { type ColonneExport, colonnesExport, type KindColonne } from '@/domain/exports/colonnes'
import type { DemandeExport } from '@/domain/exports/demande'
import { libellesPerimetre } from '@/domain/exports/perimetres'
import { placesQuery, rowsQuery } from '@/features/exports/queries'

/** Bytes to keep, and how many rows of the file they end. */
export type Portion = { octets: Uint8Array; lignes: number }

const NEWLINE = 0x0a
const UTF8_MARK = new Uint8Array([0xef, 0xbb, 0xbf])
const BATCH = 200

/** A set of rows as a file, written while it is read: neither the rows nor the file are ever whole in memory. */
export function bytesOf(rows: RowReader, viewer: Viewer, demande: DemandeExport): AsyncIterable<Portion> {
  switch (demande.format) {
    case 'CSV':
      return csvOf(rows.copy(rowsQuery(viewer, demande, 'TEXTES')))
    case 'XLSX':
      return workbookOf(rows.rows(rowsQuery(viewer, demande, 'VALEURS')), demande)
    case 'GEOJSON':
      return mapOf(rows.rows(placesQuery(viewer, demande)), demande)
  }
}

/** PostgreSQL writes it; here it only gets the mark that tells a French spreadsheet its accents. */
async function* csvOf(copied: AsyncIterable<Buffer>): AsyncGenerator<Portion> {
  yield { octets: UTF8_MARK, lignes: -1 }
  for await (const octets of copied) yield { octets, lignes: countLines(octets) }
}

function countLines(octets: Uint8Array): number {
  let lignes = 0
  for (let at = octets.indexOf(NEWLINE); at !== -1; at = octets.indexOf(NEWLINE, at + 1)) lignes++
  return lignes
}

const formats: Partial<Record<KindColonne, string>> = {
  JOUR: 'dd/mm/yyyy',
  INSTANT: 'dd/mm/yyyy hh:mm',
  DECIMAL: '0.00000',
}

async function* workbookOf(
  rows: AsyncIterable<readonly unknown[]>,
  { perimetre }: DemandeExport,
): AsyncGenerator<Portion> {
  const colonnes = colonnesExport[perimetre]
  let lignes = 0
  const values = async function* () {
    for await (const row of rows) {
      lignes++
      yield colonnes.map((colonne, rang) => cellOf(colonne, row[rang]))
    }
  }
  const written = writeXlsxStream(values(), {
    name: libellesPerimetre[perimetre],
    columns: colonnes.map(({ libelle, largeur, kind }) => ({
      header: libelle,
      width: largeur,
      ...(formats[kind] === undefined ? {} : { numFmt: formats[kind] }),
    })),
    freezePane: { rows: 1 },
  })
  for await (const octets of written) {
    yield { octets, lignes }
    lignes = 0
  }
}

/** A spreadsheet has no time zone: days and hours of Paris are written as if they were universal. */
function cellOf({ kind }: ColonneExport, value: unknown): string | number | Date | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  if (kind === 'JOUR') return new Date(`${value}T00:00Z`)
  return kind === 'INSTANT' ? new Date(`${value}Z`) : disarmFormula(value)
}

async function* mapOf(
  rows: AsyncIterable<readonly unknown[]>,
  { perimetre }: DemandeExport,
): AsyncGenerator<Portion> {
  const colonnes = colonnesExport[perimetre]
  yield portion('{"type":"FeatureCollection","features":[\n', 0)
  let features: string[] = []
  let isFirst = true
  for await (const row of rows) {
    features.push((isFirst ? '' : ',\n') + JSON.stringify(featureOf(colonnes, row)))
    isFirst = false
    if (features.length < BATCH) continue
    yield portion(features.join(''), features.length)
    features = []
  }
  yield portion(`${features.join('')}\n]}\n`, features.length)
}

function featureOf(colonnes: readonly ColonneExport[], row: readonly unknown[]) {
  const [longitude, latitude] = row.slice(colonnes.length)
  const isPlaced = typeof longitude === 'number' && typeof latitude === 'number'
  return {
    type: 'Feature',
    geometry: isPlaced ? { type: 'Point', coordinates: [longitude, latitude] } : null,
    properties: Object.fromEntries(colonnes.map(({ cle }, rang) => [cle, row[rang] ?? null])),
  }
}

function portion(text: string, lignes: number): Portion {
  return { octets: new TextEncoder().encode(text), lignes }
}
