import { z } from 'zod'
import { countSchema, instantSchema, textSchema, uuidSchema } from '../commun/champs'
import { communeCodeSchema } from '../territoire/territoire'
import { modeMaraudeSchema } from './listes'

/** Longest transmission, in characters (constraint `maraudes_transmission`). */
export const TRANSMISSION_MAX = 4000
/** People in one team, at most (constraint `maraudes_equipe`). */
export const EQUIPE_MAX = 30

const partenaireSchema = z
  .string('Partenaire : un texte')
  .trim()
  .min(1, 'Partenaire sans nom')
  .max(80, 'Partenaire : 80 caractères au plus')

/** About 250 m: the index of one H3 cell, 15 hexadecimal digits. */
export const celluleSchema = z.string().regex(/^[0-9a-f]{15}$/, 'Cellule illisible')

/** Opening of a round. Its id is the id of the act. */
export const ouvertureSchema = z.strictObject({
  secteurCode: communeCodeSchema.nullable().default(null),
  mode: modeMaraudeSchema,
  equipe: countSchema('Équipe', 1, EQUIPE_MAX),
  partenaires: z
    .array(partenaireSchema)
    .max(10, 'Dix partenaires au plus')
    .refine((noms) => new Set(noms).size === noms.length, 'Un partenaire est écrit deux fois')
    .default([]),
  debut: instantSchema('Début'),
})
export type Ouverture = z.output<typeof ouvertureSchema>
export type OuvertureCorps = z.input<typeof ouvertureSchema>

const couvertureSchema = z.strictObject({
  cellule: celluleSchema,
  minutes: countSchema('Minutes', 0, 1440),
  passages: countSchema('Passages', 1, 1000),
})

/** Closing of a round. `couverture` holds cells computed on the device; the trace itself never travels. */
export const clotureSchema = z.strictObject({
  maraudeId: uuidSchema('Maraude'),
  fin: instantSchema('Fin'),
  transmission: textSchema('Transmission', TRANSMISSION_MAX),
  couverture: z
    .array(couvertureSchema)
    .max(500, 'Cinq cents cellules au plus')
    .refine(
      (cellules) => new Set(cellules.map(({ cellule }) => cellule)).size === cellules.length,
      'Une cellule est comptée deux fois',
    )
    .default([]),
})
export type Cloture = z.output<typeof clotureSchema>
