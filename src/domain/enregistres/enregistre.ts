import { z } from 'zod'
import type { CivilDate } from '@/domain/commun/civil-date'
import { type DemandeLue, type Parametres, parseDemande, questionOf } from '@/domain/rapports/demande'
import { rythmeRapportSchema } from './echeance'

/** Saved reports one account may have. */
export const MOST_KEPT = 50

const nomSchema = z
  .string()
  .trim()
  .min(1, 'Donnez un nom à ce rapport.')
  .max(80, 'Un nom a 80 caractères au plus.')
  .regex(/^[^\p{Cc}]*$/u, 'Un nom tient sur une ligne.')

const idSchema = z.uuid('Ce rapport n’existe pas.')

/** A report to keep under a name. `question`: what its address says after the `?`. */
export const keepSchema = z.object({
  nom: nomSchema,
  question: z.string().max(4000, 'Ce rapport est trop long pour être gardé.'),
})
export type Keep = z.infer<typeof keepSchema>

/** A saved report renamed, and shared with its organisation or not. An unticked box sends nothing. */
export const changeSchema = z.object({
  id: idSchema,
  nom: nomSchema,
  partage: z
    .literal('oui')
    .optional()
    .transform((value) => value === 'oui'),
})
export type Change = z.infer<typeof changeSchema>

/** The one it is about. */
export const removeSchema = z.object({ id: idSchema })

/** How often its link is sent to who asks; empty: no more. */
export const subscribeSchema = z.object({
  id: idSchema,
  rythme: z.union([rythmeRapportSchema, z.literal('').transform(() => null)], 'Choisissez un rythme.'),
})
export type Subscribe = z.infer<typeof subscribeSchema>

/** Why nothing was kept or changed. */
export type RefusEnregistre =
  'INTERDIT' | 'INCONNU' | 'NOM_PRIS' | 'TROP' | 'SANS_ORGANISATION' | 'SANS_RAPPORT'

/** What is answered then. */
export const phrasesRefusEnregistre: Record<RefusEnregistre, string> = {
  INTERDIT: 'Votre rôle n’enregistre pas de rapport. Rien n’a été gardé.',
  INCONNU: 'Ce rapport n’est plus là, ou n’est pas à vous. Rien n’a été changé.',
  NOM_PRIS: 'Un de vos rapports porte déjà ce nom. Choisissez-en un autre.',
  TROP: `Vous avez déjà ${MOST_KEPT} rapports enregistrés. Retirez-en un d’abord.`,
  SANS_ORGANISATION: 'Votre compte n’a pas d’organisation avec qui partager. Rien n’a été changé.',
  SANS_RAPPORT: 'Il n’y a pas de rapport à garder à cette adresse. Choisissez au moins un chiffre.',
}

/** Reads a saved address again: what it asks today, or its faults. */
export function readQuestion(question: string, today: CivilDate): DemandeLue {
  const asked = new URLSearchParams(question)
  const parametres: Parametres = Object.fromEntries(
    [...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]),
  )
  return parseDemande(parametres, today)
}

/** The address to keep, in its plain form; null when it asks for no figure, or is faulty. */
export function plainQuestion(question: string, today: CivilDate): string | null {
  const lue = readQuestion(question, today)
  return lue.ok && lue.demande.indicateurs.length > 0 ? questionOf(lue.demande).toString() : null
}

/** The same address for another period; as it was kept when there is none to put. */
export function questionDuring(question: string, periode: string | null): string {
  const asked = new URLSearchParams(question)
  if (periode === null) return asked.toString()
  for (const date of ['du', 'au']) asked.delete(date)
  asked.set('periode', periode)
  return asked.toString()
}

/** Whether this piece of an address can name a saved report. */
export function isEnregistreId(id: string): boolean {
  return idSchema.safeParse(id).success
}
