import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Stop, say, step, warn } from './console.mjs'
import { dataFolder } from './folders.mjs'
import { atEnd } from './lifecycle.mjs'
import { createDatabase, createOwner, ownerRole } from './owner.mjs'
import { postgresPlace } from './postgres-place.mjs'
import { createCluster, startPostgres, stopOrphan } from './postgres.mjs'
import { secretsIn, writePrivate } from './secrets.mjs'

const database = 'maillage'
const firstPort = 54_329

/**
 * The embedded base of this folder. Its state is written once it is whole (made, migrated, filled): without it the
 * folder is what a killed first start left, and is made again; with it the folder is never removed. Its port is kept
 * apart, for who comes while it runs.
 */
export function embeddedBase() {
  const place = postgresPlace()
  const stateFile = path.join(place.folder, 'base.json')
  const portFile = path.join(place.folder, 'port')
  const secrets = secretsIn(place.folder, ['postgres', 'owner', 'auth'])
  return {
    place,
    secrets,
    cluster: path.join(place.folder, 'postgres'),
    state: fs.existsSync(stateFile) ? JSON.parse(fs.readFileSync(stateFile, 'utf8')) : null,
    complete(state) {
      this.state = state
      writePrivate(stateFile, `${JSON.stringify(state, null, 2)}\n`)
    },
    port: () => (fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : firstPort),
    keepPort: (port) => writePrivate(portFile, String(port)),
    ownerUrl() {
      return `postgresql://${ownerRole}:${secrets.owner}@127.0.0.1:${this.port()}/${database}`
    },
  }
}

async function recover({ cluster, state }) {
  if (await stopOrphan(cluster))
    say('PostgreSQL tournait encore, laissé par un démarrage interrompu : arrêté.')
  if (state === null && fs.existsSync(cluster)) {
    warn('La base embarquée était restée à moitié faite : elle est refaite.')
    fs.rmSync(cluster, { recursive: true })
  }
  if (state !== null && !fs.existsSync(cluster)) {
    throw new Stop(
      `La base embarquée a disparu de ${cluster}. Remettez-la, ou supprimez ${dataFolder} pour repartir de zéro.`,
    )
  }
}

/** Starts it, making it first when there is none; returns its owner's address. It stops with the script. */
export async function startEmbedded(base) {
  await recover(base)
  const isNew = !fs.existsSync(base.cluster)
  if (isNew) {
    await step('Création de la base embarquée (PostgreSQL)', () =>
      createCluster(base.place, base.cluster, base.secrets.postgres),
    )
  }
  const server = await step('Démarrage de PostgreSQL', () => keepRunning(base))
  if (isNew) {
    await createOwner(server.superuserUrl('postgres'), base.secrets.owner)
    await createDatabase(server.superuserUrl('postgres'), database, { owner: ownerRole })
  }
  return base.ownerUrl()
}

/** Starts PostgreSQL, and again when it falls (out of memory, say): the application finds it at the same address. */
async function keepRunning(base) {
  const launch = (wishedPort) =>
    startPostgres(base.place, { folder: base.cluster, password: base.secrets.postgres, wishedPort })
  let server = await launch(base.port())
  let isStopping = false
  const { port } = server
  base.keepPort(port)
  atEnd(() => {
    isStopping = true
    return server.stop()
  })
  const watch = async () => {
    await server.child.ended
    if (isStopping) return
    warn('PostgreSQL s’est arrêté de lui-même : il est relancé.')
    server = await launch(port)
    if (server.port !== port) throw new Stop(`Le port ${port} a été pris par un autre programme.`)
    return watch()
  }
  watch().catch((fault) => {
    console.error(`✗ ${fault.message}`)
    process.kill(process.pid, 'SIGTERM')
  })
  return server
}
