import fs from 'node:fs'
import path from 'node:path'
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
 * folder is what a killed first start left, and is made again; with it the folder is never removed.
 */
export function embeddedBase() {
  const place = postgresPlace()
  const file = path.join(place.folder, 'base.json')
  const state = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
  const secrets = secretsIn(place.folder, ['postgres', 'owner', 'auth'])
  return {
    place,
    secrets,
    cluster: path.join(place.folder, 'postgres'),
    state,
    complete(changes) {
      this.state = { ...this.state, ...changes }
      writePrivate(file, `${JSON.stringify(this.state, null, 2)}\n`)
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

/** Starts it, making it first when there is none; returns its owner's address and whether it is new. */
export async function startEmbedded(base = embeddedBase()) {
  await recover(base)
  const isNew = !fs.existsSync(base.cluster)
  if (isNew) {
    await step('Création de la base embarquée (PostgreSQL)', () =>
      createCluster(base.place, base.cluster, base.secrets.postgres),
    )
  }
  const server = await step('Démarrage de PostgreSQL', () =>
    startPostgres(base.place, {
      folder: base.cluster,
      password: base.secrets.postgres,
      wishedPort: base.state?.port ?? firstPort,
    }),
  )
  atEnd(() => server.stop())
  if (isNew) {
    await createOwner(server.superuserUrl('postgres'), base.secrets.owner)
    await createDatabase(server.superuserUrl('postgres'), database, { owner: ownerRole })
  } else if (base.state.port !== server.port) {
    base.complete({ port: server.port })
  }
  return { base, isNew, port: server.port, ownerUrl: server.url(ownerRole, base.secrets.owner, database) }
}
