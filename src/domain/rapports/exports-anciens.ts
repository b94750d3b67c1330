import { z } from 'zod'
import { civilDateSchema } from '@/domain/commun/civil-date'
import type { Fait, Referentiel } from './fait'
import { type Nuits, nightsToCount } from './nuits'
import { cellKey } from './tableau-brut'
import type { Ancien } from './recoupement'

/** What the base keeps of one indicator of a file handed over, as far as a later report needs it. */
export const exportAncienSchema = z.object({
  creeLe: z.date(),
  parametres: z.object({
    du: civilDateSchema,
    au: civilDateSchema,
    lignes: z.array(z.string()),
    colonnes: z.array(z.string()),
    cellules: z.array(z.array(z.union([z.number(), z.literal('SECRET'), z.literal('SANS_OBJET')]))),
  }),
})
export type ExportAncien = z.infer<typeof exportAncienSchema>

/**
 * Files of one fact, gathered by the nights they really counted (a file of the current quarter stops the day it was made), when
 * these overlap the nights of a report. What one of them shows is known, whatever another hides.
 */
export function gatherAnciens(
  fait: Fait,
  referentiel: Referentiel,
  nuits: Nuits,
  exports: readonly ExportAncien[],
): readonly Ancien[] {
  const gardes = new Map(
    fait.colonnes(referentiel).flatMap(({ cle, mesure }) => (mesure ? [[cle, mesure.gardes] as const] : [])),
  )
  const byNights = new Map<string, { nuits: Nuits; montrees: Set<string>; secretes: Set<string> }>()
  for (const { creeLe, parametres } of exports) {
    const counted = nightsToCount({ ...parametres, code: '', libelle: '' }, fait, creeLe)
    if (counted.au < counted.du || counted.au < nuits.du || counted.du > nuits.au) continue
    const key = `${counted.du} ${counted.au}`
    const ancien = byNights.get(key) ?? { nuits: counted, montrees: new Set(), secretes: new Set() }
    byNights.set(key, ancien)
    noteCells(ancien, parametres, gardes)
  }
  for (const { montrees, secretes } of byNights.values()) {
    for (const cle of montrees) secretes.delete(cle)
  }
  return [...byNights.values()]
}

/** A median or a rate that is shown says that its counts are: they count as known. */
function noteCells(
  { montrees, secretes }: { montrees: Set<string>; secretes: Set<string> },
  { lignes, colonnes, cellules }: ExportAncien['parametres'],
  gardes: ReadonlyMap<string, readonly string[]>,
): void {
  lignes.forEach((ligne, line) => {
    colonnes.forEach((colonne, column) => {
      const cellule = cellules[line]?.[column]
      const siennes = gardes.get(colonne)
      if (typeof cellule === 'number') {
        for (const cle of siennes ?? [colonne]) montrees.add(cellKey(ligne, cle))
      } else if (cellule === 'SECRET' && siennes === undefined) secretes.add(cellKey(ligne, colonne))
    })
  })
}
