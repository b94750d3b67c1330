import 'server-only'
import { z } from 'zod'
import { roleSchema, sansCompteSchema } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'

const titreSchema = z.enum([...roleSchema.options, ...sansCompteSchema.options])

const viewerSchema = z
  .object({
    compteId: z.uuid(),
    sessionId: z.uuid(),
    organisationId: z.uuid().nullable(),
    fonction: z.string(),
    attributions: z.array(z.object({ role: titreSchema, structureId: z.uuid().nullable() })).readonly(),
    orientationId: z.uuid().optional(),
  })
  .brand<'Viewer'>()

/** The only maker of a Viewer: what it is given was just read from the base (or, in tests, written by the test). */
export function mintViewer(facts: z.input<typeof viewerSchema>): Viewer {
  return viewerSchema.parse(facts)
}

/** Nobody: neither the clock nor a link has an account. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The clock, as the jobs act: every organisation, and only what delays do (`HORLOGE` in the table of rights). */
export function mintClock(): Viewer {
  return mintViewer({
    compteId: NOBODY,
    sessionId: NOBODY,
    organisationId: null,
    fonction: 'Horloge',
    attributions: [{ role: 'HORLOGE', structureId: null }],
  })
}

/** Whoever holds the answer link of one orientation: speaks for its receiver, on that orientation alone. */
export function mintLink(opened: {
  orientationId: string
  organisationId: string
  structureId: string
}): Viewer {
  return mintViewer({
    compteId: NOBODY,
    sessionId: NOBODY,
    organisationId: opened.organisationId,
    fonction: 'Lien de réponse',
    attributions: [{ role: 'LIEN', structureId: opened.structureId }],
    orientationId: opened.orientationId,
  })
}
