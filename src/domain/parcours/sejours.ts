import { z } from 'zod'

/** Where a page of stays starts: after this one, from the most urgent on. `fin` is an ISO 8601 instant, null without an end. */
export type CurseurSejour = { urgence: number; fin: string | null; id: string }

const curseurSchema = z.object({
  urgence: z.coerce.number().int().min(0).max(3),
  fin: z.union([z.literal('sans-fin').transform(() => null), z.iso.datetime()]),
  id: z.uuid(),
})

function readCurseur(text: string, issues: z.RefinementCtx): CurseurSejour {
  const [urgence, fin, id] = text.split('_')
  const read = curseurSchema.safeParse({ urgence, fin, id })
  if (read.success) return read.data
  issues.addIssue({ code: 'custom', message: 'Suite illisible' })
  return z.NEVER
}

/** The cursor to put in an address: `2_2026-11-23T11:00:00.000Z_uuid`. */
export function writeCurseurSejour({ urgence, fin, id }: CurseurSejour): string {
  return [urgence, fin ?? 'sans-fin', id].join('_')
}

/** Filters of the list of stays, read from the address; what is not understood filters nothing. */
export const filtreSejoursSchema = z.object({
  etat: z.enum(['tous', 'a-faire']).catch('tous').default('tous'),
  /** slug of a device */
  dispositif: z.string().min(1).max(80).optional().catch(undefined),
  apres: z.string().transform(readCurseur).optional().catch(undefined),
})
export type FiltreSejours = z.infer<typeof filtreSejoursSchema>
