// The web server, as a child of start.mjs, dev.mjs or the tests. It dies with its parent.
import http from 'node:http'
import process from 'node:process'
import next from 'next'
import { writeAddress } from './steps/client-address.mjs'
import { projectFolder } from './steps/folders.mjs'

const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT)
const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0)
/** Longest wait for answers begun before the stop, then for everything. */
const patience = { answers: 3_500, all: 5_000 }

const server = http.createServer()
// Longer than the minute for which proxies keep a connection: we must not be the first to close it.
server.keepAliveTimeout = 65_000
server.on('error', (error) => report({ fault: error.code }, 1))

const closers = (globalThis.maillageClosers = new Set())
globalThis.maillageClosing = false
const app = next({ dev, dir: projectFolder, port, hostname: 'localhost', httpServer: server, quiet: !dev })
await app.prepare()
const answer = app.getRequestHandler()

server.on('request', (request, response) => {
  writeAddress(request, trustedProxies)
  if (globalThis.maillageClosing) response.setHeader('Connection', 'close')
  void answer(request, response)
})

// A fault that nobody awaited belongs to one request: it is written down, and the others go on.
process.on('unhandledRejection', (fault) => console.error(fault))
process.on('uncaughtException', (fault) => console.error(fault))

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(name, () => void close())
server.listen(port, () => report({ listening: port }))

function report(message, exitCode) {
  const leave = () => exitCode !== undefined && process.exit(exitCode)
  if (process.connected) process.send(message, leave)
  else leave()
}

async function close() {
  if (globalThis.maillageClosing) return
  globalThis.maillageClosing = true
  setTimeout(() => process.exit(0), patience.all).unref()
  setTimeout(() => server.closeAllConnections(), patience.answers).unref()
  const closed = [...closers].map(attempt)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  await Promise.all(closed)
  await app.close().catch(console.error)
  process.exit(0)
}

async function attempt(closer) {
  try {
    await closer()
  } catch (fault) {
    console.error(fault)
  }
}
