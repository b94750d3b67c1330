import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../../scripts/steps/ports.mjs'
import { serverEnvironment, startWebServer } from '../../../scripts/steps/web-server.mjs'

/** A server of the tests' own, on the same base as the shared one, that a test may kill and start again on the same port. */
export type Serveur = { port: number; address: string; start: () => Promise<void>; kill: () => Promise<void> }

/** Not started yet. `settings` as in `.env`; `wished`, a port already known to be free. */
export async function makeServeur(settings: Record<string, string> = {}, wished?: number): Promise<Serveur> {
  const port = wished ?? (await freePort(4700))
  let running: ChildProcess | null = null
  return {
    port,
    address: `http://localhost:${port}`,
    start: async () => {
      const database = readDatabase()
      const raw = { LOG_LEVEL: 'fatal', TILES_URL: 'aucun', ...settings }
      running = (await startWebServer(serverEnvironment({ raw, database, port }))).child
    },
    // SIGKILL: on SIGTERM a server goes on answering the sockets it holds, for seconds.
    kill: async () => {
      if (running === null) return
      const ended = once(running, 'exit')
      running.kill('SIGKILL')
      running = null
      await ended
    },
  }
}

/** The demonstration base that `scripts/demonstration.mjs` made for this run. */
export function readDatabase(): { applicationUrl: string; ownerUrl: string; authSecret: string } {
  const { TEST_DATABASE_URL, TEST_DATABASE_APP_URL, AUTH_SECRET } = process.env
  if (!TEST_DATABASE_URL || !TEST_DATABASE_APP_URL || !AUTH_SECRET)
    throw new Error('À lancer par npm test, ou par node scripts/with-database.mjs playwright test …')
  return {
    applicationUrl: ofDemonstration(TEST_DATABASE_APP_URL),
    ownerUrl: ofDemonstration(TEST_DATABASE_URL),
    authSecret: AUTH_SECRET,
  }
}

function ofDemonstration(address: string): string {
  const changed = new URL(address)
  changed.pathname = '/maillage_demonstration'
  return changed.href
}
