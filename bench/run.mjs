// npm run bench -- NAME [NAME…]: prints one JSON line per figure, { name, value, unit, limit, ok }. Never part of npm test.
import { readdirSync } from 'node:fs'
import process from 'node:process'
import { Stop } from '../scripts/steps/console.mjs'
import { main } from '../scripts/steps/lifecycle.mjs'

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''))
const names = process.argv.slice(2)
const unknown = names.filter((name) => !known.includes(name))

// A figure alone on its line of the standard output, for whoever reads it by program; the rest is for eyes.
const print = console.log
console.log = console.error

await main(async () => {
  if (names.length === 0 || unknown.length > 0)
    throw new Stop(`Usage : npm run bench -- ${known.join(' | ')}`)
  for (const name of names) {
    const { measure } = await import(`./${name}.bench.mjs`)
    for await (const { value, limit, ...figure } of measure()) {
      print(JSON.stringify({ ...figure, value, limit, ok: value <= limit }))
    }
  }
})
