import { z } from 'zod'
import { civilDateSchema, daysBetween } from '@/domain/commun/civil-date'
import { FIRST_NIGHT, LONGEST } from '@/domain/rapports/periode'
import { formatExportSchema, hasFormat, perimetreExportSchema } from './perimetres'

/** A file of rows asked for: which rows, as what, over which nights (both included). */
export const demandeExportSchema = z
  .object({
    perimetre: perimetreExportSchema,
    format: formatExportSchema,
    du: civilDateSchema,
    au: civilDateSchema,
  })
  .refine(({ du, au }) => du <= au, { path: ['au'], error: 'La dernière nuit est avant la première.' })
  .refine(({ du, au }) => du >= FIRST_NIGHT && daysBetween(du, au) <= LONGEST, {
    path: ['du'],
    error: 'Un export couvre cinq ans au plus, à partir du 1er janvier 2020.',
  })
  .refine(({ perimetre, format }) => hasFormat(perimetre, format), {
    path: ['format'],
    error: 'La carte n’existe que pour les arrêts et les structures.',
  })
export type DemandeExport = z.infer<typeof demandeExportSchema>

/** The file's name, in plain letters: `maillage-arrets-2026-07-01-2026-09-30.csv`. The directory has no nights. */
export function exportFileName({ perimetre, format, du, au }: DemandeExport): string {
  const nuits = perimetre === 'STRUCTURES' ? '' : `-${du}-${au}`
  return `maillage-${perimetre.toLowerCase()}${nuits}.${format.toLowerCase()}`
}

/** Its media type. */
export const contentTypesExport = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  GEOJSON: 'application/geo+json',
} as const
