// npm run bench -- NAME [NAME…]: prints one JSON line per figure, { name, value, unit, limit, ok }. Never part of npm test.
import { readdirSync } from 'node:fs'
import process from 'node:process'

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''))
const names = process.argv.slice(2)
const unknown = names.filter((name) => !known.includes(name))

if (names.length === 0 || unknown.length > 0) {
  console.error(`Usage : npm run bench -- ${known.join(' | ')}`)
  process.exit(1)
}

for (const name of names) {
  const { measure } = await import(`./${name}.bench.mjs`)
  for await (const { value, limit, ...figure } of measure()) {
    console.log(JSON.stringify({ ...figure, value, limit, ok: value <= limit }))
  }
}
