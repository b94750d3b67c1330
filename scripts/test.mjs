// npm test: every floor, then one line that counts them. npm test -- unit db: those floors alone.
import process from 'node:process'
import { Stop } from './steps/console.mjs'
import { floors } from './steps/floors.mjs'
import { ensureClient } from './steps/generate.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { main } from './steps/lifecycle.mjs'

const none = { passed: 0, failed: 0, skipped: 0 }
const failuresShown = 30

await main(async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !Object.hasOwn(floors, name))
  if (unknown.length > 0)
    throw new Stop(`Étage inconnu : ${unknown.join(', ')}. Il y a : ${Object.keys(floors).join(', ')}.`)
  const names = wanted.length === 0 ? Object.keys(floors) : wanted
  await ensureInstalled()
  await ensureClient()
  const results = []
  for (const name of names) results.push({ name, failures: [], ...(await climb(name)) })
  tell(results)
})

/** A floor that fails does not hide the next ones. */
async function climb(name) {
  const start = performance.now()
  console.log(`\n=== ${name} ===`)
  const result = await floors[name]().catch((error) => {
    console.log(error instanceof Stop ? error.message : error)
    return { ...none, failed: 1 }
  })
  return { ...result, seconds: Math.round((performance.now() - start) / 1000) }
}

function tell(results) {
  console.log('')
  for (const line of results.flatMap(({ failures }) => failures).slice(0, failuresShown))
    console.log(`✗ ${line}`)
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(
      `${failed === 0 ? '✓' : '✗'} ${name.padEnd(14)} ${passed} réussis, ${failed} échoués, ${skipped} sautés  (${seconds} s)`,
    )
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`
  process.exitCode = sum('failed') === 0 ? 0 : 1
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
}
