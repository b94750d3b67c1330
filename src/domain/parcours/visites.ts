import { z } from 'zod'
import { addDays, type CivilDate } from '../commun/civil-date'

/** Closed list, equal to PostgreSQL's `issue_visite`. */
export const issueVisiteSchema = z.enum(
  ['VU', 'PAS_DE_REPONSE', 'ABSENT_PREVENU', 'REFUS'],
  'Issue hors de la liste',
)
export type IssueVisite = z.infer<typeof issueVisiteSchema>
export const libellesIssueVisite: Record<IssueVisite, string> = {
  VU: 'Vue',
  PAS_DE_REPONSE: 'Pas de réponse',
  ABSENT_PREVENU: 'Absente, avait prévenu',
  REFUS: 'Ne veut pas ouvrir',
}

/** Closed list, equal to PostgreSQL's `qui_prevenir`, in the order in which one calls. */
export const quiPrevenirSchema = z.enum(
  ['RECEPTION', 'ASTREINTE', 'CADRE', 'STRUCTURE_SUIVI', 'SECOURS'],
  'Destinataire hors de la liste',
)
export type QuiPrevenir = z.infer<typeof quiPrevenirSchema>
export const libellesQuiPrevenir: Record<QuiPrevenir, string> = {
  RECEPTION: 'Réception de l’hôtel, pour ouvrir',
  ASTREINTE: 'Astreinte de nuit',
  CADRE: 'Cadre de la structure',
  STRUCTURE_SUIVI: 'Structure qui suit la personne',
  SECOURS: 'Secours (15)',
}

/** When nobody answers, and who is told: days in a row, 1 for at once. Until a team sets its own. */
export type RegleVisite = { alerteApres: number; prevenir: readonly QuiPrevenir[] }
/** Where a team has set nothing: two days in a row, then the desk, the manager and the structure that follows. */
export const regleVisiteUsuelle: RegleVisite = {
  alerteApres: 2,
  prevenir: ['RECEPTION', 'CADRE', 'STRUCTURE_SUIVI'],
}

/** A knock on the door of a stay. */
export const visiteSaisieSchema = z.object({ occupationId: z.uuid(), issue: issueVisiteSchema })
export type VisiteSaisie = z.infer<typeof visiteSaisieSchema>

/** The setting of a device. */
export const regleVisiteSaisieSchema = z.object({
  dispositifId: z.uuid(),
  alerteApres: z.coerce
    .number('Un nombre de jours')
    .int('Un nombre entier de jours')
    .min(1, 'Un jour au moins')
    .max(30, 'Trente jours au plus'),
  prevenir: z
    .array(quiPrevenirSchema)
    .min(1, 'Quelqu’un doit être prévenu')
    .transform((ticked) => [...new Set(ticked)]),
})
export type RegleVisiteSaisie = z.infer<typeof regleVisiteSaisieSchema>

/** Somebody was told of an alert. */
export const alertePrevenueSchema = z.object({ alerteId: z.uuid(), qui: quiPrevenirSchema })
export type AlertePrevenue = z.infer<typeof alertePrevenueSchema>

export type Passage = { jour: CivilDate; le: Date; issue: IssueVisite }

/**
 * Days in a row, up to the last one visited, whose last word is « pas de réponse ». A day without any visit breaks nothing and
 * adds nothing: nobody knocked. Any other answer starts again from zero.
 */
export function joursSansReponse(passages: readonly Passage[]): number {
  const lastOfDay = new Map<CivilDate, Passage>()
  for (const passage of passages) {
    const known = lastOfDay.get(passage.jour)
    if (known === undefined || known.le < passage.le) lastOfDay.set(passage.jour, passage)
  }
  const days = [...lastOfDay.values()].toSorted((a, b) => b.le.getTime() - a.le.getTime())
  const answered = days.findIndex(({ issue }) => issue !== 'PAS_DE_REPONSE')
  return answered === -1 ? days.length : answered
}

/** What the passages say of the alert: to open, to close, or nothing to change. */
export function effetSurAlerte(
  passages: readonly Passage[],
  { alerteApres }: RegleVisite,
  isOpen: boolean,
): 'OUVRIR' | 'FERMER' | null {
  const silent = joursSansReponse(passages)
  if (silent >= alerteApres) return isOpen ? null : 'OUVRIR'
  return silent === 0 && isOpen ? 'FERMER' : null
}

/** First day whose passages still count for an alert. */
export function depuisQuand(today: CivilDate): CivilDate {
  return addDays(today, -60)
}

/** What the round shows, in the address: one hotel or all, a page at a time. What is not understood shows it as it opens. */
export const vueTourneeSchema = z.object({
  groupe: z.string().max(120).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
export type VueTournee = z.infer<typeof vueTourneeSchema>
