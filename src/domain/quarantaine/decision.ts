import { z } from 'zod'

/** What a coordinator decides of a case. Closed list, equal to PostgreSQL's `issue_quarantaine`. */
export const issueQuarantaineSchema = z.enum(['GARDE', 'CORRIGE', 'DEUXIEME', 'LES_DEUX', 'ECARTE'])
export type IssueQuarantaine = z.infer<typeof issueQuarantaineSchema>
export const libellesIssueQuarantaine: Record<IssueQuarantaine, string> = {
  GARDE: 'Gardé tel quel',
  CORRIGE: 'Corrigé et appliqué',
  DEUXIEME: 'Le second texte remplace le premier',
  LES_DEUX: 'Les deux gardés',
  ECARTE: 'Écarté',
}

/** Why a case is set aside. Closed list, equal to PostgreSQL's `motif_ecart`. */
export const motifEcartSchema = z.enum(['DOUBLON', 'ERREUR', 'ESSAI', 'ILLISIBLE', 'AUTRE'], 'Dites pourquoi')
export type MotifEcart = z.infer<typeof motifEcartSchema>
export const libellesMotifEcart: Record<MotifEcart, string> = {
  DOUBLON: 'Déjà noté autrement',
  ERREUR: 'Noté par erreur',
  ESSAI: 'Essai de la tablette',
  ILLISIBLE: 'Illisible, rien à en tirer',
  AUTRE: 'Autre raison',
}

/** What a case is: an act refused, a second text under one id, or one of two corrections of a stop. */
export const natureCasSchema = z.enum(['acte', 'conflit', 'correction'])
export type NatureCas = z.infer<typeof natureCasSchema>
export const libellesNatureCas: Record<NatureCas, string> = {
  acte: 'Refusé',
  conflit: 'Deux textes',
  correction: 'Deux corrections',
}

/** One case. */
export const casSchema = z.object({ nature: natureCasSchema, id: z.uuid() })
export type Cas = z.output<typeof casSchema>

/** The longest explanation, in characters (constraint `decisions_precision`). */
export const PRECISION_MAX = 300

/** Setting a case aside always says why. */
export const ecartSchema = casSchema.extend({
  motif: motifEcartSchema,
  precision: z
    .string()
    .trim()
    .max(PRECISION_MAX, `${PRECISION_MAX} caractères au plus`)
    .transform((text) => (text === '' ? null : text))
    .default(null),
})
export type Ecart = z.output<typeof ecartSchema>

/** Of two texts or two corrections: the second instead of the first, or both. */
export const choixSchema = z.object({
  nature: z.enum(['conflit', 'correction']),
  id: z.uuid(),
  issue: z.enum(['DEUXIEME', 'LES_DEUX'], 'Choisissez'),
})
export type Choix = z.output<typeof choixSchema>

/** Why a decision changed nothing. */
export type RefusQuarantaine =
  'DROIT_ABSENT' | 'INTROUVABLE' | 'DEJA_DECIDE' | 'D_ABORD_LE_PREMIER' | 'IMPOSSIBLE' | 'SECOND_ILLISIBLE'
/** What the person reads. */
export const phrasesRefusQuarantaine: Record<RefusQuarantaine, string> = {
  DROIT_ABSENT: 'Ce compte ne décide pas de la quarantaine.',
  INTROUVABLE: 'Ce fait est introuvable.',
  DEJA_DECIDE: 'Quelqu’un a décidé entre-temps : rien n’a été changé. La décision est plus bas.',
  D_ABORD_LE_PREMIER: 'Le premier texte attend lui aussi : décidez d’abord de lui.',
  IMPOSSIBLE: 'Ce choix n’a pas de sens pour ce fait : gardez un seul texte.',
  SECOND_ILLISIBLE: 'Le second texte ne se lit pas : gardez le premier seul.',
}
