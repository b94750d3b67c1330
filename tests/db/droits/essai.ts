import type { Action } from '@/domain/comptes/can'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { encodeSession } from '@/auth/session-cookie'
import { openSession, readSession } from '@/auth/session'
import { prisma } from '@/db/client'
import type { Context } from '@/db/journal'
import { inTransaction, withoutViewer } from '@/db/transaction'
import type { Cote, Monde } from '../socle/monde'
import { jar } from './navigateur'

/** Where a try is made: two organisations, and who tries, signed in for real. */
export type Lieu = { monde: Monde; viewer: Viewer }

/** One thing somebody can do or see, and the right it demands. */
export type Essai = {
  demande: Action
  /** the side that owns what is tried on */
  cote: 'paris' | 'seine'
  /** prepared by others before the session opens: an id, mostly */
  prepare?: (monde: Monde) => Promise<string>
  /** true: done, or shown. false: refused, not found, or nothing to see. */
  tente: (lieu: Lieu, prepared: string) => Promise<boolean>
  /** of those who hold the right, the only ones who see it: the others' reach is too narrow */
  seulement?: readonly Role[]
  /** what one does in one's own name has no owner elsewhere: the second organisation is not tried */
  enSonNom?: true
}

/** What no role is measured on, and why. */
export type Ouvert = { ouvert: string }

export type Table = Readonly<Record<string, Essai | Ouvert>>

/** Runs a command as who tries, in its own transaction: whether it was done. */
export async function done(
  { viewer }: Lieu,
  now: Date,
  command: (context: Context) => Promise<{ ok: boolean }>,
): Promise<boolean> {
  return (await inTransaction(viewer, (tx) => command({ actor: viewer, now, tx }))).ok
}

/** Signs the account of one side in, with one role on its structure; the cookie goes in the jar. */
export async function become(cote: Cote, role: Role, now: Date): Promise<Viewer> {
  await prisma.attribution.deleteMany({ where: { compteId: cote.compte } })
  await prisma.attribution.create({ data: { compteId: cote.compte, role, structureId: cote.structure } })
  const sessionId = await withoutViewer((tx) => openSession(tx, cote.compte, now))
  jar.set('maillage-session', await encodeSession(sessionId))
  const viewer = await readSession(sessionId, now)
  if (viewer === null) throw new Error('La session vient de s’ouvrir.')
  return viewer
}
