import { z } from 'zod'
import { formatShortDateTime, lowerFirst } from '../commun/format'
import { critereSchema, libelleMotif, motifRangSchema } from './motifs'
import { orientationVueSchema } from './reponse'

/** The receiver puts a request in line, and says what counted that day. */
export const miseEnAttenteSchema = orientationVueSchema.extend({ criteres: z.array(critereSchema).max(8) })
export type MiseEnAttente = z.infer<typeof miseEnAttenteSchema>

/** The receiver changes somebody's place in line, never without a reason. `versRang` counts from 1. */
export const changementRangSchema = orientationVueSchema.extend({
  versRang: z.coerce.number('Rang attendu').int().min(1, 'Le premier rang est 1').max(500),
  motif: motifRangSchema,
})
export type ChangementRang = z.infer<typeof changementRangSchema>

/** One change of place in line, as it was written. `deRang` null: the entry. */
export type Mouvement = { deRang: number | null; versRang: number; motif: string; le: Date }

/** Somebody in line: since when, and each time the order of arrival was set aside for her. */
export type EnAttente = { attenteLe: Date; mouvements: readonly Mouvement[] }

/** Why this person stands where she does: her last change of rank and its reason, else the day she came. */
export function expliquerRang({ attenteLe, mouvements }: EnAttente): string {
  const change = mouvements.findLast(({ deRang }) => deRang !== null)
  if (change === undefined) return `à son rang d’arrivée, inscrite le ${formatShortDateTime(attenteLe)}`
  const { deRang, versRang, motif, le } = change
  return `passée du rang ${deRang} au rang ${versRang} le ${formatShortDateTime(le)} : ${lowerFirst(libelleMotif(motif))}`
}

/** « Pourquoi cette personne avant celle-là ? », in one sentence made of what was written, and nothing else. */
export function expliquerOrdre(devant: EnAttente, derriere: EnAttente): string {
  return `La première est ${expliquerRang(devant)} ; la seconde est ${expliquerRang(derriere)}.`
}
