import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import {
  ALPHABET_CODE,
  type AppareilEnrole,
  ENROLEMENT_JOURS,
  LONGUEUR_CODE,
} from '@/domain/appareils/enrolement'
import { done, refuse, type Result } from '@/domain/commun/result'
import { prisma } from '@/db/client'
import { withoutViewer } from '@/db/transaction'
import { now } from '@/lib/clock'
import { DEVICE_COOKIE } from '@/lib/request-names'
import { fingerprint } from './keys'
import { isSecure } from './session-cookie'

/** An enrolled tablet. It may append acts and read the pack; it is nobody, and reads nothing else. */
export type Device = { id: string; organisationId: string; nom: string }

const DAY_SECONDS = 24 * 60 * 60
const UNNAMED = 'Tablette'

const known = z.array(
  z.object({
    id: z.uuid(),
    organisationId: z.uuid(),
    libelle: z.string().nullable(),
    revoque: z.boolean(),
  }),
)

/**
 * Which tablet asks, checked against the base each time, its passage noted: null without a credential (or past its 180 days),
 * 'REVOKED' for a tablet that was lost or replaced, to be answered by `orderWipe`.
 */
export async function requireDevice(request: Request): Promise<Device | null | 'REVOKED'> {
  const token = readCookie(request.headers.get('cookie') ?? '')
  if (token === null) return null
  const found = await prisma.$queryRaw`
    SELECT id, organisation_id AS "organisationId", libelle, revoque
    FROM reconnaitre_appareil(${fingerprint('appareil', token)}, ${now()})`
  const [device] = known.parse(found)
  if (device === undefined) return null
  if (device.revoque) return 'REVOKED'
  return { id: device.id, organisationId: device.organisationId, nom: device.libelle ?? UNNAMED }
}

/** What a revoked tablet hears, whatever it asked: 410, and the order to erase what it keeps. */
export function orderWipe(): Response {
  const body = {
    ordre: 'EFFACER',
    erreur: 'Cette tablette a été retirée : ce qu’elle garde doit être effacé',
    operations: [],
  }
  return Response.json(body, { status: 410, headers: { 'x-maillage': '1', 'cache-control': 'no-store' } })
}

/** A code to show once, and the only thing the base keeps of it. Some 44 bits, for fifteen minutes. */
export function drawEnrolementCode(): { code: string; empreinte: string } {
  const code = Array.from(
    { length: LONGUEUR_CODE },
    () => ALPHABET_CODE[randomInt(ALPHABET_CODE.length)],
  ).join('')
  return { code, empreinte: fingerprint('enrôlement', code) }
}

const enrolled = z.array(z.object({ organisationId: z.uuid(), libelle: z.string(), parId: z.uuid() }))

/**
 * Turns a code into an enrolled tablet: its description and the cookie to set. The code counts once, whoever else gives it
 * at the same moment. Refuses CODE_REFUSE: unknown, used or past its fifteen minutes, which nothing tells apart.
 */
export function enrolDevice(
  code: string,
  instant: Date,
): Promise<Result<{ appareil: AppareilEnrole; cookie: string }, 'CODE_REFUSE'>> {
  const token = randomBytes(32).toString('base64url')
  const appareilId = uuidv7()
  const end = new Date(instant.getTime() + ENROLEMENT_JOURS * DAY_SECONDS * 1000)
  return withoutViewer(async (tx) => {
    const found = await tx.$queryRaw`
      SELECT organisation_id AS "organisationId", libelle, par_id AS "parId"
      FROM enroler_appareil(${fingerprint('enrôlement', code)}, ${fingerprint('appareil', token)}, ${appareilId}::uuid, ${instant}, ${end})`
    const [row] = enrolled.parse(found)
    // Nothing in the journal: whoever knows no code must not be able to fill it.
    if (row === undefined) return refuse('CODE_REFUSE')
    const { organisationId, libelle, parId } = row
    const line = { le: instant, action: 'appareils.enrol', objet: 'appareil', objetId: appareilId }
    await tx.journal.create({ data: { ...line, organisationId, compteId: parId } })
    return done({ appareil: { appareilId, nom: libelle, organisationId }, cookie: writeCookie(token) })
  })
}

/** Never sent with another site's request, never read by a script, and to the API alone. */
function writeCookie(token: string): string {
  const secure = isSecure ? '; Secure' : ''
  return `${DEVICE_COOKIE}=${token}; Path=/api; Max-Age=${ENROLEMENT_JOURS * DAY_SECONDS}; HttpOnly; SameSite=Strict${secure}`
}

function readCookie(header: string): string | null {
  const pair = header.split(/;\s*/).find((each) => each.startsWith(`${DEVICE_COOKIE}=`))
  return pair?.slice(DEVICE_COOKIE.length + 1) ?? null
}
