import { z } from 'zod'
import { countSchema, instantSchema, uuidSchema } from '../commun/champs'
import { type Operation, OPERATIONS_MAX, operationSchema } from './operation'
import { isPli, type Pli } from './pli'

/** One act of a sending, before anything of it is opened. */
export const itemSchema = z.object({
  id: z.uuidv7('Identifiant illisible'),
  sequence: countSchema('Numéro', 1, 2_147_483_647),
  enveloppe: z.json().optional(),
  operation: z.json().optional(),
})

/** An act as it travels, sealed (`enveloppe`) or not (`operation`, from a tablet that has no key yet). */
export type Item = z.output<typeof itemSchema>

/** A sending, second protocol. */
export const envoiSchema = z.object({
  protocole: z.literal(2),
  appareilId: uuidSchema('Tablette'),
  /** the tablet's own hour when it sends; measures how wrong its clock is */
  envoyeLe: instantSchema('Heure de l’envoi'),
  /** acts the tablet still holds, these included, and since when the oldest waits */
  enAttente: countSchema('Faits en attente', 0, 1_000_000),
  plusAncien: instantSchema('Le plus ancien').nullable(),
  /** number of the last act the tablet made */
  maxSequence: countSchema('Dernier numéro', 0, 2_147_483_647),
  /** accounts that keep something readable on this tablet */
  comptes: z.array(uuidSchema('Compte')).max(50).default([]),
  operations: z.array(itemSchema).max(OPERATIONS_MAX, `${OPERATIONS_MAX} faits au plus par envoi`),
})

/** One sending of a tablet, second protocol: what is inside an envelope is judged act by act, never the sending. */
export type Envoi = z.output<typeof envoiSchema>

/** Reads a sending; null when it is of the first protocol, or unreadable: `readEnveloppe` then says why. */
export function readEnvoi(json: unknown): Envoi | null {
  return envoiSchema.safeParse(json).data ?? null
}

/** What an envelope held: an act, or something nobody can read and that must be kept as it came. */
export type Ouverture = { ok: true; operation: Operation } | { ok: false; brut: z.core.util.JSONType }

/** Opens one act with `open`, the holder of the private keys. The name outside must be the name inside. */
export async function openItem(item: Item, open: (pli: Pli) => Promise<string | null>): Promise<Ouverture> {
  const brut = item.enveloppe ?? item.operation ?? null
  const inside = item.enveloppe === undefined ? item.operation : await unseal(item.enveloppe, open)
  if (typeof inside !== 'object' || inside === null) return { ok: false, brut }
  const read = operationSchema.safeParse({ ...inside, sequence: item.sequence })
  if (!read.success || read.data.id !== item.id) return { ok: false, brut }
  return { ok: true, operation: read.data }
}

async function unseal(enveloppe: unknown, open: (pli: Pli) => Promise<string | null>): Promise<unknown> {
  const text = isPli(enveloppe) ? await open(enveloppe) : null
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
