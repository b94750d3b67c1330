import { z } from 'zod'
import { screenText } from '../commun/texte-libre'
import { codePersonneSchema } from '../personnes/code'

const TROP_COURT = 'Dites en quelques mots ce qui se passe (dix signes au moins)'

/** A code presented in an emergency, and why. Both structures of the request will read the reason: it names nobody. */
export const accesUrgenceSchema = z.object({
  code: codePersonneSchema,
  motif: z
    .string()
    .trim()
    .min(10, TROP_COURT)
    .max(300, 'Trois cents signes au plus')
    .refine(
      (text) => screenText(text).length === 0,
      'Le motif ne doit désigner personne : ôtez noms et numéros',
    ),
})
export type AccesUrgenceDemande = z.infer<typeof accesUrgenceSchema>

/** The id of an emergency access in an address. */
export const accesUrgenceIdSchema = z.uuid()

/** Why a code opens nothing. */
export const phrasesRefusUrgence = {
  NOT_FOUND: 'Votre fonction n’ouvre pas d’accès d’urgence.',
  UNKNOWN_CODE:
    'Aucune demande n’est connue pour ce code. Relisez-le (ni I, ni O, ni 0, ni 1). Un danger immédiat : le 15.',
  TOO_MANY_CODES:
    'Cinq codes essayés en vingt-quatre heures : l’accès d’urgence se referme pour vous jusqu’à demain. Un danger immédiat : le 15.',
} as const satisfies Record<string, string>
export type RefusUrgence = keyof typeof phrasesRefusUrgence
