import fs from 'node:fs'
import process from 'node:process'
import { parseEnv } from 'node:util'
import { Stop, warn } from './console.mjs'
import { inProject } from './folders.mjs'

function envFile() {
  const file = inProject('.env')
  return fs.existsSync(file) ? parseEnv(fs.readFileSync(file, 'utf8')) : {}
}

/**
 * The settings, from the environment first, then `.env`, checked by the one schema of `src/lib/settings.ts`. Node 20
 * reads no TypeScript, hence tsx.
 * @returns `{ raw, settings }`: as written, and checked with their defaults
 */
export async function readSettings() {
  const { tsImport } = await import('tsx/esm/api')
  const { parseSettings, settingNames } = await tsImport('../../src/lib/settings.ts', import.meta.url)
  const written = envFile()
  const unknown = Object.keys(written).filter((name) => !settingNames.includes(name))
  if (unknown.length > 0) warn(`.env : réglage inconnu, laissé de côté : ${unknown.join(', ')}`)
  const merged = { ...written, ...process.env }
  const raw = Object.fromEntries(
    settingNames.filter((name) => merged[name]).map((name) => [name, merged[name].trim()]),
  )
  const parsed = parseSettings(raw)
  if (!parsed.ok)
    throw new Stop(['Réglages à corriger (.env ou environnement) :', ...parsed.faults].join('\n  - '))
  return { raw, settings: parsed.settings }
}
