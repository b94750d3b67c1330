import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { prisma } from '@/db/client'
import { type Transaction, withoutViewer } from '@/db/transaction'
import { mintViewer } from './mint-viewer'
import { SESSION_SECONDS } from './session-cookie'

const SEEN_EVERY_MS = 5 * 60_000

const row = z.object({
  compteId: z.string(),
  organisationId: z.string().nullable(),
  fonction: z.string(),
  attributions: z.array(z.object({ role: roleSchema, structureId: z.string().nullable() })),
  vueLe: z.date(),
})

/**
 * Who this session is, in one query, or null once it is revoked, expired, or its account closed. Nothing is cached
 * between requests, so that revoking counts from the next one.
 */
export async function readSession(sessionId: string, now: Date): Promise<Viewer | null> {
  const found = await prisma.$queryRaw`
    SELECT c.id AS "compteId", c.organisation_id AS "organisationId", c.fonction, s.vue_le AS "vueLe",
      coalesce((SELECT json_agg(json_build_object('role', a.role, 'structureId', a.structure_id))
        FROM attributions a WHERE a.compte_id = c.id), '[]') AS attributions
    FROM sessions s JOIN comptes c ON c.id = s.compte_id
    WHERE s.id = ${sessionId}::uuid AND s.revoquee_le IS NULL AND s.expire_le > ${now} AND c.actif`
  const session = z.array(row).parse(found)[0]
  if (session === undefined) return null
  await markSeen(sessionId, session.vueLe, now)
  return mintViewer({ ...session, sessionId })
}

async function markSeen(sessionId: string, vueLe: Date, now: Date): Promise<void> {
  if (now.getTime() - vueLe.getTime() < SEEN_EVERY_MS) return
  await prisma.session.updateMany({ where: { id: sessionId, vueLe: { lt: now } }, data: { vueLe: now } })
}

const KEPT_DAYS = 30

/** Opens a session of this account, in the transaction that judged it; forgets those over for a month. */
export async function openSession(tx: Transaction, compteId: string, now: Date): Promise<string> {
  const expireLe = new Date(now.getTime() + SESSION_SECONDS * 1000)
  const limit = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000)
  await tx.session.deleteMany({ where: { compteId, expireLe: { lt: limit } } })
  const { id } = await tx.session.create({
    data: { compteId, creeeLe: now, vueLe: now, expireLe },
    select: { id: true },
  })
  const { organisationId } = await tx.compte.findUniqueOrThrow({
    where: { id: compteId },
    select: { organisationId: true },
  })
  await tx.journal.create({ data: { le: now, compteId, organisationId, action: 'comptes.sign-in' } })
  return id
}

/** Ends a session at once, wherever its cookie still is. Nothing happens to a session already over. */
export async function closeSession(sessionId: string, now: Date): Promise<void> {
  await withoutViewer(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revoqueeLe: null, expireLe: { gt: now } },
      data: { revoqueeLe: now },
    })
    if (count === 0) return
    const { compte } = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { compte: { select: { id: true, organisationId: true } } },
    })
    await tx.journal.create({
      data: {
        le: now,
        compteId: compte.id,
        organisationId: compte.organisationId,
        action: 'comptes.sign-out',
      },
    })
  })
}
