import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { Stop } from './console.mjs'
import { withoutDownload } from './downloads.mjs'
import { inProject } from './folders.mjs'
import { start, stop } from './processes.mjs'

/** What the server process is given: never the owner's address, which Next would else read from `.env` by itself. */
export function serverEnvironment({ raw, database, port, dev = false }) {
  const address = raw.PUBLIC_URL ?? `http://localhost:${port}`
  return {
    ...process.env,
    ...raw,
    ...withoutDownload,
    NODE_ENV: dev ? 'development' : 'production',
    DATABASE_URL: '',
    DATABASE_APP_URL: database.applicationUrl,
    DATABASE_DIRECT_URL: raw.DATABASE_DIRECT_URL ?? database.applicationUrl,
    AUTH_SECRET: database.authSecret,
    PORT: String(port),
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: database.authSecret,
  }
}

/** Starts `serve.mjs` and waits until it says that it is ready; returns `{ child, stop() }`. */
export async function startWebServer(environment, { dev = false } = {}) {
  const child = start(process.execPath, [inProject('scripts', 'serve.mjs'), ...(dev ? ['--dev'] : [])], {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const server = { child, stop: () => stop(child, { patience: 6_000 }) }
  try {
    await listening(child, environment.PORT)
    await healthy(child, environment.PORT)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function listening(child, port) {
  const said = new Promise((resolve) => child.once('message', resolve))
  const message = await Promise.race([said, child.ended])
  if (message.listening !== undefined) return
  const cause =
    message.fault === 'EADDRINUSE' ? `le port ${port} vient d’être pris` : (message.fault ?? 'voir ci-dessus')
  throw new Stop(`Le serveur web n’a pas démarré : ${cause}.`)
}

async function healthy(child, port) {
  const deadline = performance.now() + 60_000
  let last = ''
  while (child.exitCode === null && performance.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}/api/sante`).catch((error) => ({
      ok: false,
      error,
    }))
    if (response.ok) return
    last = response.error?.message ?? (await response.text())
    await wait(200)
  }
  throw new Stop(`Le serveur web ne répond pas comme il faut : ${last}`)
}
