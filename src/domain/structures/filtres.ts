import { z } from 'zod'
import { communeCodeSchema } from '../territoire/territoire'
import { zoneSchema } from '../territoire/zones'
import { kindStructureSchema, langueSchema, publicSchema } from './listes'

const MAX_TEXT = 100

/** What a directory or a map is narrowed to. Absent: no narrowing. */
const filtresSchema = z.object({
  q: z.string().trim().min(1).max(MAX_TEXT),
  type: kindStructureSchema,
  commune: communeCodeSchema,
  territoire: zoneSchema,
  public: publicSchema,
  langue: langueSchema,
  ouvert: z.literal('oui'),
})
const lusSchema = filtresSchema.partial()
export type FiltresStructures = z.infer<typeof lusSchema>

const libellesFiltre: Record<keyof FiltresStructures, string> = {
  q: `recherche (${MAX_TEXT} caractères au plus)`,
  type: 'type de structure inconnu',
  commune: 'commune inconnue à Paris et en Seine-Saint-Denis',
  territoire: 'territoire inconnu',
  public: 'public inconnu',
  langue: 'langue inconnue',
  ouvert: 'ouverture',
}

/** The filters as a query string, without its question mark. */
export function questionOf(filtres: FiltresStructures): string {
  return new URLSearchParams(
    Object.entries(filtres).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()
}

type Question = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Reads the filters of a query string. One that makes no sense is left out and named in `ignores`, so that the page can say so:
 * an old or mistyped link still answers.
 */
export function readFiltres(question: Question): { filtres: FiltresStructures; ignores: string[] } {
  const asked = filtresSchema.keyof().options.flatMap((name) => {
    const value = [question[name]].flat()[0]
    return value === undefined || value.trim() === '' ? [] : [[name, value] as const]
  })
  const parsed = lusSchema.safeParse(Object.fromEntries(asked))
  if (parsed.success) return { filtres: parsed.data, ignores: [] }
  const faults = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const kept = Object.fromEntries(asked.filter(([name]) => !faults.has(name)))
  return {
    filtres: lusSchema.parse(kept),
    ignores: asked.filter(([name]) => faults.has(name)).map(([name]) => libellesFiltre[name]),
  }
}

/** Words of a search, at most eight. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .slice(0, 8)
}

/** What names a structure in an address. */
export const slugStructureSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120)
