import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Writes a file whole or not at all, readable by its owner only. */
export function writePrivate(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, text, { mode: 0o600 })
  fs.renameSync(draft, file)
}

/** The words that this machine made for itself, made at the first call and kept beside what they open. */
export function secretsIn(folder, names) {
  const file = path.join(folder, 'secrets.json')
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const missing = names.filter((name) => typeof known[name] !== 'string')
  if (missing.length === 0) return known
  const all = {
    ...known,
    ...Object.fromEntries(missing.map((name) => [name, randomBytes(33).toString('base64url')])),
  }
  writePrivate(file, `${JSON.stringify(all, null, 2)}\n`)
  return all
}
