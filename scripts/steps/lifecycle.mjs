import process from 'node:process'
import { Stop } from './console.mjs'
import { birthOf, isAlive, stopTasks } from './processes.mjs'

const stops = []
let ending = null

/** Registers what must be stopped at the end, however it comes; the last registered is stopped first. */
export function atEnd(stop) {
  stops.push(stop)
}

function endAll() {
  ending ??= (async () => {
    await stopTasks()
    for (const stop of stops.toReversed()) await stop().catch((fault) => console.error(fault))
  })()
  return ending
}

/** Ends this script when another process does: for who was started through a shell, which tells nothing. */
export function endWith(pid) {
  const watched = { pid, birth: birthOf(pid) }
  setInterval(() => isAlive(watched) || process.kill(process.pid, 'SIGTERM'), 1_000).unref()
}

/** Ctrl-C, or a supervisor's stop: everything is stopped in order, and the next signals wait for it. */
function onSignals() {
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 0],
    ['SIGHUP', 0],
  ]) {
    process.on(name, () => {
      if (ending !== null) return
      console.log('\nArrêt…')
      void endAll().then(() => process.exit(code))
    })
  }
}

/**
 * Runs a whole command: a `Stop` ends it with its sentence, anything else with its stack. The exit is said, not awaited:
 * Prisma's engine leaves a ten-second timer behind.
 */
export async function main(work) {
  onSignals()
  try {
    await work()
  } catch (error) {
    if (ending === null)
      console.error(`\n✗ ${error instanceof Stop ? error.message : (error.stack ?? error)}`)
    process.exitCode ??= 1
  }
  if (ending !== null) return
  await endAll()
  process.exit()
}
