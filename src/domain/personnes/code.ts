import { z } from 'zod'

/** 32 signs without I, O, 0 and 1, which are misheard on the phone and misread on a note. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 5

/** The short handle of a personne, `K7-PQ3`. Random: it says nothing, and only its organisation can tell whose it is. */
export const codePersonneSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$/, 'Code attendu, par exemple K7-PQ3')

/** Bytes `makeCodePersonne` needs. */
export const CODE_BYTES = LENGTH

/** Makes a handle of `CODE_BYTES` random bytes: 33 million handles, none likelier than another (32 divides 256). */
export function makeCodePersonne(random: Uint8Array): string {
  const signs = Array.from({ length: LENGTH }, (_, index) => ALPHABET[(random[index] ?? 0) % ALPHABET.length])
  return `${signs.slice(0, 2).join('')}-${signs.slice(2).join('')}`
}
