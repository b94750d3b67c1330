// npm run import:contours -- FICHIER_OU_ADRESSE… [--partiel]   ou   --officiel
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ImportRefuse, importContours } from './contours'

/** Communes of Seine-Saint-Denis (Licence Ouverte) and arrondissements of Paris (ODbL), from who publishes them. */
const officialSources = [
  'https://geo.api.gouv.fr/departements/93/communes?fields=code,nom&format=geojson&geometry=contour',
  'https://opendata.paris.fr/api/explore/v2.1/catalog/datasets/arrondissements/exports/geojson',
]
const OFFICIAL_PATIENCE_MS = 8000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { partiel: { type: 'boolean', default: false }, officiel: { type: 'boolean', default: false } },
})

async function main(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL']
  if (databaseUrl === undefined)
    throw new ImportRefuse('DATABASE_URL manque : l’adresse de la base à remplir.')
  const sources = values.officiel ? officialSources : positionals
  if (sources.length === 0) {
    throw new ImportRefuse(
      'Usage : npm run import:contours -- FICHIER_OU_ADRESSE… [--partiel]   (ou --officiel)',
    )
  }
  const told = await importContours(databaseUrl, sources, {
    partiel: values.partiel,
    ...(values.officiel ? { timeoutMs: OFFICIAL_PATIENCE_MS } : {}),
  })
  for (const line of told) console.log(line)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ImportRefuse)) throw error
  console.error(error.message)
  process.exitCode = 1
}
