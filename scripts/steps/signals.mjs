import process from 'node:process'

const names = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Calls `stop` once, at the first of the signals that end a script; the next ones are ignored while it works. */
export function onSignals(stop) {
  let called = false
  for (const name of names) {
    process.on(name, () => {
      if (called) return
      called = true
      void stop(name)
    })
  }
}
