import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { prisma } from '@/db/client'
import { mintViewer } from './mint-viewer'

const NO_SESSION = '00000000-0000-0000-0000-000000000000'
const row = z.object({
  organisationId: z.string().nullable(),
  fonction: z.string(),
  actif: z.boolean(),
  attributions: z.array(z.object({ role: roleSchema, structureId: z.string().nullable() })),
})

/**
 * The account for whom a job works, with the roles it holds now: none any more once it is closed. It has no session, so it
 * can sign nothing in.
 */
export async function readAccountViewer(compteId: string): Promise<Viewer> {
  const found = await prisma.compte.findUniqueOrThrow({
    where: { id: compteId },
    select: {
      organisationId: true,
      fonction: true,
      actif: true,
      attributions: { select: { role: true, structureId: true } },
    },
  })
  const { organisationId, fonction, actif, attributions } = row.parse(found)
  return mintViewer({
    compteId,
    sessionId: NO_SESSION,
    organisationId,
    fonction,
    attributions: actif ? attributions : [],
  })
}
