import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { prisma } from '@/db/client'
import type { Device } from './device'
import { mintViewer } from './mint-viewer'

const row = z.object({
  fonction: z.string(),
  actif: z.boolean(),
  attributions: z.array(z.object({ role: roleSchema, structureId: z.string().nullable() })),
})

/**
 * Who signs an act that an enrolled tablet brings, with today's rights: the author fixed when it was logged, whoever holds the
 * tablet now. A closed account has no right left, so that its acts end in quarantine. Null when unknown to the tablet's organisation.
 */
export async function readAuthor(compteId: string, device: Device): Promise<Viewer | null> {
  const found = await prisma.$queryRaw`
    SELECT c.fonction, c.actif,
      coalesce((SELECT json_agg(json_build_object('role', a.role, 'structureId', a.structure_id))
        FROM attributions a WHERE a.compte_id = c.id AND c.actif), '[]') AS attributions
    FROM comptes c WHERE c.id = ${compteId}::uuid AND c.organisation_id = ${device.organisationId}::uuid`
  const author = z.array(row).parse(found)[0]
  if (author === undefined) return null
  const { fonction, attributions } = author
  const { id: sessionId, organisationId } = device
  return mintViewer({ compteId, sessionId, organisationId, fonction, attributions })
}

/** The tablet itself, which may do nothing but say what it holds. */
export function mintDevice({ id, organisationId, nom }: Device): Viewer {
  return mintViewer({ compteId: id, sessionId: id, organisationId, fonction: nom, attributions: [] })
}
