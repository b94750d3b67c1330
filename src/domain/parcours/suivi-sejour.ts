import { z } from 'zod'
import { type Acquis, acquisSchema } from '../places/place'

/** Closed list, equal to PostgreSQL's `suite_revue`: what a review decides. */
export const suiteRevueSchema = z.enum(
  ['CONTINUER', 'PROLONGER', 'PREPARER_SORTIE', 'ORIENTER'],
  'Suite hors de la liste',
)
export type SuiteRevue = z.infer<typeof suiteRevueSchema>
export const libellesSuiteRevue: Record<SuiteRevue, string> = {
  CONTINUER: 'Le séjour continue',
  PROLONGER: 'Demander une prolongation',
  PREPARER_SORTIE: 'Préparer la sortie',
  ORIENTER: 'Orienter vers un autre lieu',
}

/** A review held today about a stay. */
export const revueSaisieSchema = z.object({ occupationId: z.uuid(), suite: suiteRevueSchema })
export type RevueSaisie = z.infer<typeof revueSaisieSchema>

/** How it goes since the arrival: -1 worse, 0 the same, 1 better, 2 much better. Same bounds: `constats_niveau`. */
export const niveaux = [-1, 0, 1, 2] as const
export type Niveau = (typeof niveaux)[number]
export const libellesNiveau: Record<Niveau, string> = {
  [-1]: 'Moins bien',
  0: 'Pareil',
  1: 'Mieux',
  2: 'Beaucoup mieux',
}

const niveauSchema = z
  .enum(['', '-1', '0', '1', '2'], 'Niveau hors de la liste')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** What the team sees today on one or several axes; an axis left empty is not said. At least one is said. */
export const constatsSaisisSchema = z
  .object({
    occupationId: z.uuid(),
    REPOS: niveauSchema,
    ALIMENTATION: niveauSchema,
    HYGIENE: niveauSchema,
    PAROLE: niveauSchema,
    SOINS: niveauSchema,
    DROITS: niveauSchema,
    LIEN: niveauSchema,
    PROJET: niveauSchema,
  } satisfies Record<Acquis | 'occupationId', z.ZodType>)
  .transform(({ occupationId, ...levels }) => ({
    occupationId,
    constats: acquisSchema.options.flatMap((axe) => {
      const niveau = levels[axe]
      return niveau === null ? [] : [{ axe, niveau }]
    }),
  }))
  .refine(({ constats }) => constats.length > 0, {
    path: ['REPOS'],
    message: 'Dites au moins une chose, ou fermez.',
  })
export type ConstatsSaisis = z.infer<typeof constatsSaisisSchema>

/** The word of a level read from the base. */
export function libelleNiveau(niveau: number): string {
  const known = niveaux.find((each) => each === niveau)
  return known === undefined ? String(niveau) : libellesNiveau[known]
}

/** The axes of a stay, said so that a level follows: « Repos : mieux ». */
export const libellesAxe: Record<Acquis, string> = {
  REPOS: 'Repos',
  ALIMENTATION: 'Alimentation, poids',
  HYGIENE: 'Hygiène',
  PAROLE: 'Parole',
  SOINS: 'Soins',
  DROITS: 'Droits',
  LIEN: 'Lien avec une équipe',
  PROJET: 'Projet',
}
