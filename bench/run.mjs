// npm run bench -- NAME: prints one JSON line per figure, { name, value, unit, limit, ok }. Never part of npm test.
// One at a time: the application reads its settings once, so a second bench would measure it on the first one's base.
import { readdirSync } from 'node:fs'
import process from 'node:process'
import { Stop } from '../scripts/steps/console.mjs'
import { main } from '../scripts/steps/lifecycle.mjs'

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''))
const [name, ...others] = process.argv.slice(2)

// A figure alone on its line of the standard output, for whoever reads it by program; the rest is for eyes.
const print = console.log
console.log = console.error

await main(async () => {
  if (!known.includes(name) || others.length > 0)
    throw new Stop(`Usage : npm run bench -- ${known.join(' | ')}`)
  const { measure } = await import(`./${name}.bench.mjs`)
  for await (const { value, limit, ...figure } of measure()) {
    print(JSON.stringify({ ...figure, value, limit, ok: value <= limit }))
  }
})
