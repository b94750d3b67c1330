import { z } from 'zod'
import { addDays, type CivilDate, civilDateSchema, daysBetween } from '../commun/civil-date'

/** Closed list, equal to PostgreSQL's `poste_astreinte`. */
export const posteAstreinteSchema = z.enum(['RESIDENT', 'CADRE'])
export type PosteAstreinte = z.infer<typeof posteAstreinteSchema>
export const libellesPoste: Record<PosteAstreinte, string> = {
  RESIDENT: 'Résident d’astreinte',
  CADRE: 'Cadre d’astreinte',
}

/** Closed list, equal to PostgreSQL's `fonction_astreinte`: who answers the phone, never by name. */
export const fonctionAstreinteSchema = z.enum(
  ['CADRE_ASTREINTE', 'DIRECTION', 'SERVICE', 'INFIRMERIE'],
  'Fonction hors de la liste',
)
export type FonctionAstreinte = z.infer<typeof fonctionAstreinteSchema>
export const libellesFonction: Record<FonctionAstreinte, string> = {
  CADRE_ASTREINTE: 'Cadre d’astreinte',
  DIRECTION: 'Direction',
  SERVICE: 'Chefferie de service',
  INFIRMERIE: 'Infirmerie',
}

const nuits = { nuit: civilDateSchema, structureId: z.uuid() }

/** A resident, by her stay, on duty one night from noon to noon. */
export const astreinteResidentSchema = z.object({ ...nuits, occupationId: z.uuid('Choisir un résident') })
export type AstreinteResident = z.infer<typeof astreinteResidentSchema>

/** A function that answers the phone, from one night to another, both included; four weeks at most. */
export const astreinteCadreSchema = z
  .object({
    ...nuits,
    jusqua: civilDateSchema,
    fonction: fonctionAstreinteSchema,
    telephone: z
      .string()
      .trim()
      .regex(/^[0-9+][0-9 ]{8,18}[0-9]$/, 'Numéro de la structure attendu, par exemple 01 23 45 67 89'),
  })
  .refine(({ nuit, jusqua }) => jusqua >= nuit, {
    path: ['jusqua'],
    message: 'La dernière nuit vient après la première',
  })
  .refine(({ nuit, jusqua }) => daysBetween(nuit, jusqua) < 28, {
    path: ['jusqua'],
    message: 'Quatre semaines au plus à la fois',
  })
export type AstreinteCadre = z.infer<typeof astreinteCadreSchema>

/** One line of the roster to take away. */
export const astreinteVueSchema = z.object({ id: z.uuid() })
export type AstreinteVue = z.infer<typeof astreinteVueSchema>

/** Nights from `first` on. */
export function listNuits(first: CivilDate, count: number): CivilDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/** One night as the base holds it: the resident's stay and whether it still holds, the function. */
export type NuitTenue = {
  nuit: CivilDate
  resident: { occupationId: string; parti: boolean } | null
  cadre: boolean
}

/** What is wrong with a night, in the order in which one puts it right. */
export type DefautAstreinte = 'SANS_RESIDENT' | 'RESIDENT_PARTI' | 'SANS_CADRE' | 'DEUX_NUITS_DE_SUITE'
export const libellesDefaut: Record<DefautAstreinte, string> = {
  SANS_RESIDENT: 'Pas de résident',
  RESIDENT_PARTI: 'Ce résident est parti',
  SANS_CADRE: 'Pas de cadre',
  DEUX_NUITS_DE_SUITE: 'Deux nuits de suite',
}

/** Gaps and doubles of a roster, night by night. Nights must follow one another. */
export function defautsAstreinte(nuitsTenues: readonly NuitTenue[]): Map<CivilDate, DefautAstreinte[]> {
  return new Map(
    nuitsTenues.map(({ nuit, resident, cadre }, index) => {
      const before = nuitsTenues[index - 1]?.resident
      const defauts: (DefautAstreinte | false)[] = [
        resident === null && 'SANS_RESIDENT',
        resident?.parti === true && 'RESIDENT_PARTI',
        !cadre && 'SANS_CADRE',
        resident !== null && before?.occupationId === resident.occupationId && 'DEUX_NUITS_DE_SUITE',
      ]
      return [nuit, defauts.filter((defaut) => defaut !== false)]
    }),
  )
}
