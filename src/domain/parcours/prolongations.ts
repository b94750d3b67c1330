import { z } from 'zod'
import { suiteSchema } from '../orientations/motifs'

/** Why more time is asked for. */
export const motifProlongationSchema = z.enum(
  ['DEMARCHE', 'PLACE_ATTENDUE', 'SOINS', 'REPOS', 'FROID'],
  'Motif hors de la liste',
)
export type MotifProlongation = z.infer<typeof motifProlongationSchema>
export const libellesMotifProlongation: Record<MotifProlongation, string> = {
  DEMARCHE: 'Une démarche est en cours',
  PLACE_ATTENDUE: 'Une place est promise ailleurs',
  SOINS: 'Des soins sont à terminer',
  REPOS: 'Elle a encore besoin de repos',
  FROID: 'Grand froid',
}

/** Why more time is not given. */
export const motifRefusProlongationSchema = z.enum(
  ['PLACE_PROMISE', 'LISTE_ATTENTE', 'DUREE_MAXIMALE', 'FERMETURE'],
  'Motif hors de la liste',
)
export type MotifRefusProlongation = z.infer<typeof motifRefusProlongationSchema>
export const libellesMotifRefusProlongation: Record<MotifRefusProlongation, string> = {
  PLACE_PROMISE: 'La place est promise à quelqu’un',
  LISTE_ATTENTE: 'La liste d’attente est longue',
  DUREE_MAXIMALE: 'La durée la plus longue est atteinte',
  FERMETURE: 'La place ferme',
}

/** More time asked for a stay, in days. */
export const prolongationDemandeeSchema = z.object({
  occupationId: z.uuid(),
  jours: z.coerce
    .number('Un nombre de jours')
    .int('Un nombre entier de jours')
    .min(1, 'Un jour au moins')
    .max(365, 'Un an au plus'),
  motif: motifProlongationSchema,
})
export type ProlongationDemandee = z.infer<typeof prolongationDemandeeSchema>

/** A request as the screen showed it. */
export const prolongationVueSchema = z.object({ id: z.uuid() })
export type ProlongationVue = z.infer<typeof prolongationVueSchema>

/** A request refused: why, and what is proposed instead. A refusal never ends on nothing. */
export const prolongationRefuseeSchema = prolongationVueSchema.extend({
  reponse: motifRefusProlongationSchema,
  suite: suiteSchema,
})
export type ProlongationRefusee = z.infer<typeof prolongationRefuseeSchema>

const libelles: Readonly<Record<string, string>> = {
  ...libellesMotifProlongation,
  ...libellesMotifRefusProlongation,
}

/** The words of a reason stored on a request; the code itself if unknown. */
export function libelleProlongation(code: string): string {
  return libelles[code] ?? code
}
