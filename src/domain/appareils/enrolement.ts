import { z } from 'zod'

/** How long a code may be used. */
export const ENROLEMENT_MINUTES = 15
/** How long a tablet stays enrolled. */
export const ENROLEMENT_JOURS = 180

/** No letter that reads like a digit or another letter: what is left is typed without doubt, in the rain. */
export const ALPHABET_CODE = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Characters of a code. */
export const LONGUEUR_CODE = 9

/** A code as typed or scanned: case, spaces and dashes do not count. Output: nine characters of the alphabet. */
export const codeEnrolementSchema = z
  .string('Code attendu')
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .refine(
    (code) => new RegExp(`^[${ALPHABET_CODE}]{${LONGUEUR_CODE}}$`).test(code),
    `Un code a ${LONGUEUR_CODE} caractères, par exemple 4KX-7PD-2QR`,
  )

/** What the tablet sends to be enrolled. */
export const demandeEnrolementSchema = z.strictObject({ code: codeEnrolementSchema }, 'Code attendu')

/** What the tablet is told once enrolled. Its acts are numbered under `appareilId` from then on. */
export const appareilEnroleSchema = z.object({
  appareilId: z.uuid(),
  nom: z.string(),
  organisationId: z.uuid(),
})
export type AppareilEnrole = z.infer<typeof appareilEnroleSchema>

/** The name a coordinator gives to a tablet: what is written on its back, never somebody's name. */
export const nomAppareilSchema = z.strictObject({
  libelle: z
    .string('Nom de la tablette attendu')
    .trim()
    .min(1, 'Donnez un nom à la tablette : celui écrit à son dos')
    .max(80, 'Quatre-vingts caractères au plus'),
})

/** « 4KX-7PD-2QR ». */
export function formatCode(code: string): string {
  return code.match(/.{1,3}/g)?.join('-') ?? code
}
