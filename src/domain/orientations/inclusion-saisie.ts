import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import type { Genre, TrancheAge } from '../commun/profil'
import { demandeSchema, type Demande } from './demande'
import type { LigneInclusion } from './inclusion'

/** The form around the lines: one device, one day, one agreement for those who have a code. */
export const inclusionSchema = z.object({
  /** made with the form: the same lines sent twice ask once */
  lot: z.uuid(),
  receveurDispositifId: z.uuid('Choisir un dispositif'),
  pourLe: z.union([z.literal('').transform(() => null), civilDateSchema]),
  accord: z
    .literal('oui')
    .optional()
    .transform((value) => value === 'oui'),
  lignes: z.string().trim().min(1, 'Écrire au moins une ligne').max(20_000, 'Trop de texte d’un coup'),
})
export type Inclusion = z.infer<typeof inclusionSchema>

/** What is known of a code: its declared profile. */
export type ProfilConnu = { genre: Genre; trancheAge: TrancheAge }

/** One line as the request it is; null when its code is not followed here. `id` is the line's own. */
export function demandeDeLigne(
  ligne: LigneInclusion,
  { receveurDispositifId, pourLe, accord }: Pick<Inclusion, 'receveurDispositifId' | 'pourLe' | 'accord'>,
  { id, profil, now }: { id: string; profil: ProfilConnu | null; now: Date },
): z.ZodSafeParseResult<Demande> | null {
  const { code, couple, animaux, mobilite, femmesSeulement } = ligne
  if (code !== null && profil === null) return null
  return demandeSchema.safeParse({
    id,
    receveurDispositifId,
    echeance: pourLe === null ? 'CE_SOIR' : 'A_DATE',
    pourLe,
    ...(profil ?? { genre: ligne.genre, trancheAge: ligne.trancheAge }),
    personnes: couple ? 2 : 1,
    couple,
    animaux,
    mobilite,
    femmesSeulement,
    souhaitLe: now,
    personneCode: code,
    consentement: code !== null && accord ? { portee: 'ORIENTATION' } : null,
  })
}
