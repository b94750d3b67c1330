import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'

const viewerSchema = z
  .object({
    compteId: z.uuid(),
    sessionId: z.uuid(),
    organisationId: z.uuid().nullable(),
    fonction: z.string(),
    attributions: z.array(z.object({ role: roleSchema, structureId: z.uuid().nullable() })).readonly(),
  })
  .brand<'Viewer'>()

/** The only maker of a Viewer: what it is given was just read from the base (or, in tests, written by the test). */
export function mintViewer(facts: z.input<typeof viewerSchema>): Viewer {
  return viewerSchema.parse(facts)
}
