import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { Stop, warn } from './console.mjs'
import { isFree } from './ports.mjs'
import { birthOf, commandOf, run, signal, start, waitForEnd } from './processes.mjs'

const host = '127.0.0.1'
const superuser = 'postgres'

/** Options of a throwaway base: nothing has to survive a power cut, and each test worker has a pool of its own. */
export const throwaway = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
].flatMap((option) => ['-c', option])

function identity(account) {
  return account === null ? {} : { uid: account.uid, gid: account.gid }
}

/** A new, empty cluster in `folder`: UTF-8, the same order of letters on every system, a password even from this machine. */
export async function createCluster({ account, binaries }, folder, password) {
  fs.mkdirSync(folder, { mode: 0o700, recursive: true })
  const passwordFile = `${folder}.mot-de-passe`
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account !== null) [folder, passwordFile].forEach((file) => fs.chownSync(file, account.uid, account.gid))
  const initdb = (locale) =>
    run(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${folder}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--locale=${locale}`,
        '--no-instructions',
      ],
      { quiet: true, cwd: '/', env: { ...process.env, TZ: 'UTC' }, ...identity(account) },
    )
  try {
    await initdb('C.UTF-8').catch(() => initdb('C'))
  } finally {
    fs.rmSync(passwordFile)
  }
}

/** Ends the PostgreSQL that a killed run left on this folder, if one is there; true when there was one. */
export async function stopOrphan(folder) {
  const file = path.join(folder, 'postmaster.pid')
  if (!fs.existsSync(file)) return false
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  if (birthOf(pid) === null || !commandOf(pid).includes(folder)) {
    // The number may since have been given to another process, which PostgreSQL would take for itself.
    fs.rmSync(file, { force: true })
    return false
  }
  signal(pid, 'SIGINT')
  if (!(await waitForEnd(pid, 20_000))) signal(pid, 'SIGQUIT')
  if (!(await waitForEnd(pid, 10_000)))
    throw new Stop(`PostgreSQL (processus ${pid}) ne s’arrête pas : arrêtez-le.`)
  return true
}

async function choosePort(wished) {
  for (let port = wished; port < wished + 200; port += 1) {
    if (await isFree(port, host)) return port
  }
  throw new Stop(`Aucun port libre pour PostgreSQL entre ${wished} et ${wished + 199}.`)
}

async function answers(port, password) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ host, port, user: superuser, password, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error.code === '28P01')
      throw new Stop('PostgreSQL refuse son mot de passe : secrets.json n’est pas le sien.')
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Starts PostgreSQL on this folder, on this machine's own address only; its messages go to `<folder>.log`. */
async function launch({ account, binaries }, folder, port, options) {
  const log = `${folder}.log`
  const output = fs.openSync(log, 'w', 0o600)
  const child = start(
    path.join(binaries, 'bin', 'postgres'),
    ['-D', folder, '-p', String(port), '-c', `listen_addresses=${host}`, '-c', 'unix_socket_directories=',
      '-c', 'timezone=UTC', '-c', 'log_timezone=UTC', ...options], // prettier-ignore
    { cwd: '/', stdio: ['ignore', output, output], ...identity(account) },
  )
  fs.closeSync(output)
  return { child, log }
}

async function ready(child, port, password) {
  const deadline = performance.now() + 60_000
  while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
    if (await answers(port, password)) return true
    await wait(50)
  }
  return false
}

/**
 * A running server: `{ port, url(user, password, database), superuserUrl(database), stop() }`; passwords are base64url. The wished port may be taken between the look and
 * the start, and a backend of a killed server may need a moment to notice: hence the attempts.
 */
export async function startPostgres(place, { folder, password, wishedPort, options = [] }) {
  let message = ''
  for (let attempt = 0, wished = wishedPort; attempt < 5; attempt += 1) {
    const port = await choosePort(wished)
    const { child, log } = await launch(place, folder, port, options)
    if (await ready(child, port, password)) {
      if (port !== wishedPort) warn(`Le port ${wishedPort} est pris : PostgreSQL écoute sur ${port}.`)
      return server(child, port, password)
    }
    signal(child.pid, 'SIGQUIT')
    await child.ended
    message = fs.readFileSync(log, 'utf8').trim()
    wished = message.includes('could not bind') ? port + 1 : port
    await wait(500)
  }
  throw new Stop(`PostgreSQL n’a pas démarré :\n${message}`)
}

function server(child, port, password) {
  return {
    port,
    child,
    url: (user, secret, database) => `postgresql://${user}:${secret}@${host}:${port}/${database}`,
    superuserUrl: (database) => `postgresql://${superuser}:${password}@${host}:${port}/${database}`,
    /** SIGINT is PostgreSQL's fast stop: open transactions are rolled back, nothing committed is lost. */
    async stop() {
      signal(child.pid, 'SIGINT')
      await Promise.race([child.ended, wait(15_000, undefined, { ref: false })])
      if (child.exitCode === null) signal(child.pid, 'SIGQUIT')
      await child.ended
    },
  }
}
