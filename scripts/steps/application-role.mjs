import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { Stop, say } from './console.mjs'
import { withBaseLock, withClient, withParts } from './sql.mjs'

export const applicationRole = 'maillage_app'

/** The same word on every machine that shares AUTH_SECRET, so that each node finds it alone. */
export function applicationPassword(authSecret) {
  return createHmac('sha256', authSecret).update(applicationRole).digest('base64url')
}

/** What PostgreSQL keeps of a password (RFC 5802): sent instead of the word itself, which server logs may record. */
export function scramVerifier(password, salt = randomBytes(16), iterations = 4096) {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (text) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  const serverKey = hmac('Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

const attributes = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION'

/** Makes sure that the application's own account exists and opens; returns its address. */
export async function ensureApplicationRole(ownerUrl, authSecret) {
  const password = applicationPassword(authSecret)
  const url = withParts(ownerUrl, { user: applicationRole, password })
  if (!(await opens(url))) {
    try {
      await withBaseLock(ownerUrl, applicationRole, (client) => giveRole(client, scramVerifier(password)))
      say(`Rôle « ${applicationRole} » ouvert, avec un mot de passe tiré de AUTH_SECRET`)
    } catch (error) {
      if (error.code !== '42501') throw error
      throw new Stop(impossible(error.message))
    }
  }
  await refuseTooPowerful(url)
  return url
}

async function opens(url) {
  try {
    return await withClient(url, () => true)
  } catch (error) {
    // 28P01 wrong password, 28000 role without LOGIN, 42501 no right to connect, 3D000 no such database
    if (typeof error.code === 'string' && error.code.startsWith('28')) return false
    throw error
  }
}

/** Only a superuser may name SUPERUSER or BYPASSRLS in an ALTER, even to refuse them: `refuseTooPowerful` looks. */
async function giveRole(client, verifier) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [applicationRole])
  const command =
    rowCount === 0 ? `CREATE ROLE ${applicationRole} ${attributes}` : `ALTER ROLE ${applicationRole} LOGIN`
  await client.query(`${command} PASSWORD '${verifier}'`)
}

function impossible(message) {
  return `Le compte de DATABASE_URL ne peut pas créer ou modifier le rôle « ${applicationRole} » (${message}).
  Au choix :
  · donnez-lui ce droit : ALTER ROLE … CREATEROLE ;
  · ou créez le rôle vous-même, puis donnez son adresse par DATABASE_APP_URL :
      CREATE ROLE ${applicationRole} ${attributes} PASSWORD '…' ;`
}

/** An account that may bypass row-level security, or that owns tables, would undo the second lock: refused. */
export async function refuseTooPowerful(url) {
  const faults = await withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT rolsuper, rolbypassrls,
        EXISTS (SELECT 1 FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
          AND pg_has_role(current_user, relowner, 'MEMBER')) AS owner
      FROM pg_roles WHERE rolname = current_user`)
    const [{ rolsuper, rolbypassrls, owner }] = rows
    return [
      rolsuper && 'il est superutilisateur',
      rolbypassrls && 'il a BYPASSRLS',
      owner && 'il possède des tables',
    ]
  })
  const found = faults.filter(Boolean)
  if (found.length === 0) return
  throw new Stop(`Le compte de l’application contourne la sécurité par ligne : ${found.join(', ')}.`)
}
