import { z } from 'zod'

/** Where a page of rounds starts: after this one, from the latest to the oldest. `debut` is an ISO 8601 instant. */
export type CurseurMaraude = { debut: string; id: string }

const curseurSchema = z.object({ debut: z.iso.datetime(), id: z.uuid() })

/** The cursor an address carries, `2026-11-23T18:00:00.000Z_uuid`; null when it carries none, or nonsense. */
export function readCurseur(text: string | string[] | undefined): CurseurMaraude | null {
  if (typeof text !== 'string') return null
  const [debut, id] = text.split('_')
  const read = curseurSchema.safeParse({ debut, id })
  return read.success ? read.data : null
}

/** The same, to be put in an address. */
export function writeCurseur({ debut, id }: CurseurMaraude): string {
  return `${debut}_${id}`
}

/** Id of a round, as an address or a form gives it; null when it cannot be one. */
export function readMaraudeId(value: unknown): string | null {
  const read = z.uuid().safeParse(value)
  return read.success ? read.data : null
}
