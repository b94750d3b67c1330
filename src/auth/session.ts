import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { prisma } from '@/db/client'
import { mintViewer } from './mint-viewer'

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
