import { z } from 'zod'

const EPOCH = Date.parse('2020-01-01T00:00:00Z')
const HORIZON = Date.parse('2100-01-01T00:00:00Z')

/** An instant as ISO 8601 with its offset, from 2020 to 2100; read as a Date. Source: `maraudes_epoque`, `arrets_epoque`. */
export function instantSchema(what: string) {
  return z.iso
    .datetime({ offset: true, error: `${what} : date et heure attendues` })
    .transform((text) => new Date(text))
    .refine(
      (instant) => instant.getTime() >= EPOCH,
      `${what} : date trop ancienne, vérifiez l’heure de la tablette`,
    )
    .refine(
      (instant) => instant.getTime() < HORIZON,
      `${what} : date trop lointaine, vérifiez l’heure de la tablette`,
    )
}

/** A whole number between two bounds, both included. `what` opens the sentence: « Personnes connues ». */
export function countSchema(what: string, minimum: number, maximum: number) {
  const error = `${what} : un nombre entier de ${minimum} à ${maximum}`
  return z.int(error).min(minimum, error).max(maximum, error)
}

/** A free text, trimmed, of at most `maximum` characters; an empty one is null. */
export function textSchema(what: string, maximum: number) {
  return z
    .string(`${what} : un texte`)
    .trim()
    .max(maximum, `${what} : ${maximum} caractères au plus`)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
}

/** A UUID, whatever its version. */
export function uuidSchema(what: string) {
  return z.uuid(`${what} : identifiant illisible`)
}
