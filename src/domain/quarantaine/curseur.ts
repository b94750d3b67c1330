import { z } from 'zod'
import { casSchema, type Cas } from './decision'

/** Where a page of cases starts: after this one, from the latest to the oldest. `recueLe` is an ISO 8601 instant. */
export type CurseurCas = { recueLe: string; id: string }

const curseurSchema = z.object({ recueLe: z.iso.datetime(), id: z.uuid() })

/** The cursor an address carries; null when it carries none, or nonsense. */
export function readCurseurCas(text: string | string[] | undefined): CurseurCas | null {
  if (typeof text !== 'string') return null
  const [recueLe, id] = text.split('_')
  const read = curseurSchema.safeParse({ recueLe, id })
  return read.success ? read.data : null
}

/** The same, to be put in an address. */
export function writeCurseurCas({ recueLe, id }: CurseurCas): string {
  return `${recueLe}_${id}`
}

/** The case an address names; null when it names none. */
export function readCasDe(address: { nature: string; id: string }): Cas | null {
  const read = casSchema.safeParse(address)
  return read.success ? read.data : null
}
