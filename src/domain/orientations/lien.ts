import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import { motifRefusSchema, suiteSchema } from './motifs'

/** Days during which an answer link serves. */
export const LIEN_JOURS = 8

/** What an answer link carries: 256 random bits in base64url. Anything else opens nothing. */
export const jetonSchema = z.string().regex(/^[\w-]{43}$/)

/** The answer given through a link: a place of the device, a promised day where it keeps no places here, or a refusal. */
export const reponseParLienSchema = z.discriminatedUnion('reponse', [
  z.object({ reponse: z.literal('PLACE') }),
  z.object({ reponse: z.literal('DATE'), entreePrevue: civilDateSchema }),
  z.object({ reponse: z.literal('REFUS'), motif: motifRefusSchema, suite: suiteSchema }),
])
export type ReponseParLien = z.infer<typeof reponseParLienSchema>
