import { z } from 'zod'
import { civilDateSchema, fromParis, toParis } from '../commun/civil-date'
import { modeMaraudeSchema } from '../maraudes/listes'
import { communeCodeSchema } from '../territoire/territoire'

/** Longest planned round, in hours (constraint `tournees_ordre`). */
export const DUREE_MAX_HEURES = 12
const NOON = 12 * 60
const DAY = 24 * 60

const saisie = z.object({
  secteurCode: communeCodeSchema,
  equipe: z
    .string('Nom de l’équipe attendu')
    .trim()
    .min(1, 'Donnez le nom de l’équipe, jamais celui de quelqu’un')
    .max(60, 'Soixante caractères au plus'),
  mode: modeMaraudeSchema,
  nuit: civilDateSchema,
  /** minutes since midnight in Paris; before noon, the next morning, which is the same night of work */
  heure: z.coerce
    .number('Heure attendue')
    .int()
    .min(0)
    .max(DAY - 1, 'Heure attendue'),
  /** minutes */
  duree: z.coerce
    .number('Durée attendue')
    .int()
    .min(15, 'Un quart d’heure au moins')
    .max(DUREE_MAX_HEURES * 60, `${DUREE_MAX_HEURES} heures au plus`),
})

function withInstants<Input extends z.output<typeof saisie>>({ heure, duree, ...tournee }: Input) {
  const debut = fromParis(tournee.nuit, heure < NOON ? heure + DAY : heure)
  return { ...tournee, debut, fin: new Date(debut.getTime() + duree * 60_000) }
}

/** A planned round as the desk types it; gives its instants. `nuit` runs from noon to noon. */
export const tourneePrevueSchema = saisie.transform(withInstants)
export type TourneePrevue = z.output<typeof tourneePrevueSchema>

const vue = { id: z.uuid(), version: z.coerce.number().int().min(1) }

/** The same, changed by somebody who saw this version. */
export const tourneeChangeeSchema = saisie.extend(vue).transform(withInstants)
export type TourneeChangee = z.output<typeof tourneeChangeeSchema>

/** Which one, as seen. */
export const tourneeVueSchema = z.object(vue)
export type TourneeVue = z.output<typeof tourneeVueSchema>

/** The week whose rounds are to be planned again the week after; any of its days. */
export const reconduiteSchema = z.object({ semaine: civilDateSchema })

/** Hours wanted each week in a sector, from a week on. */
export const objectifSchema = z.object({
  secteurCode: communeCodeSchema,
  heures: z.coerce
    .number('Nombre d’heures attendu')
    .int('Des heures entières')
    .min(0, 'Zéro au moins')
    .max(500, 'Cinq cents heures au plus'),
  semaine: civilDateSchema,
})
export type Objectif = z.output<typeof objectifSchema>

/** Why the planning was not changed. */
export type RefusPlanning = 'DROIT_ABSENT' | 'INTROUVABLE' | 'CHANGEE' | 'EQUIPE_PRISE' | 'RIEN_A_RECONDUIRE'

/** What the person reads. */
export const phrasesRefusPlanning: Record<RefusPlanning, string> = {
  DROIT_ABSENT: 'Ce compte ne change pas le planning.',
  INTROUVABLE: 'Cette maraude prévue est introuvable.',
  CHANGEE: 'Quelqu’un l’a changée entre-temps : rien n’a été changé. La voici à jour.',
  EQUIPE_PRISE: 'Cette équipe est déjà prévue ailleurs à cette heure : rien n’a été changé.',
  RIEN_A_RECONDUIRE: 'Rien à reconduire : cette semaine est vide, ou la suivante est déjà faite.',
}

/** The hour a planned round starts at, in Paris: minutes since midnight. */
export function heureDe(debut: Date): number {
  return toParis(debut).minute
}
