import { z } from 'zod'
import { countSchema, instantSchema, textSchema, uuidSchema } from '../commun/champs'
import { genreSchema, situationSchema, trancheAgeSchema } from '../commun/profil'
import { communeCodeSchema } from '../territoire/territoire'
import { isTest } from './articles'
import {
  ambianceSchema,
  causeSansReponseSchema,
  kindBesoinSchema,
  kindIncidentSchema,
  reponseBesoinSchema,
  sensMaterielSchema,
} from './listes'
import { celluleSchema } from './maraude'

/** Longest note, in characters (constraint `arrets_textes`). */
export const NOTE_MAX = 1000
/** Longest landmark, in characters (constraint `arrets_textes`). */
export const LIEU_MAX = 80
const ARRET_MAX_MS = 12 * 3_600_000

/** People met, counted by profile; nobody has a record here. */
export const rencontreSchema = z
  .strictObject({
    genre: genreSchema,
    trancheAge: trancheAgeSchema,
    situation: situationSchema,
    connus: countSchema('Personnes connues', 0, 500),
    nouveaux: countSchema('Nouvelles personnes', 0, 500),
  })
  .refine(({ connus, nouveaux }) => connus + nouveaux > 0, 'Un profil sans personne')
export type RencontreNotee = z.output<typeof rencontreSchema>

/** An article of the catalogue, a kit included: the server expands it to its items. */
export const materielSchema = z
  .strictObject({
    article: z.string().regex(/^[a-z0-9-]{2,40}$/, 'Article inconnu'),
    sens: sensMaterielSchema,
    quantite: countSchema('Quantité', 1, 5000),
  })
  .refine(({ article, sens }) => isTest(article) === (sens === 'REALISE'), 'Un test se réalise, et lui seul')
export type MaterielNote = z.output<typeof materielSchema>

/** A need. Left without an answer, it says why and enters the register of unmet needs. */
export const besoinSchema = z
  .strictObject({
    kind: kindBesoinSchema,
    personnes: countSchema('Personnes', 1, 100),
    reponse: reponseBesoinSchema,
    cause: causeSansReponseSchema.nullable().default(null),
  })
  .refine(
    ({ reponse, cause }) => (reponse === 'SANS_REPONSE') === (cause !== null),
    'Un besoin sans réponse dit sa cause, et lui seul',
  )
export type BesoinNote = z.output<typeof besoinSchema>

/** What happened, without anybody's identity. `doses` counts naloxone. */
export const incidentSchema = z.strictObject({
  kind: kindIncidentSchema,
  personnes: countSchema('Personnes', 0, 100),
  doses: countSchema('Doses', 0, 50).default(0),
})
export type IncidentNote = z.output<typeof incidentSchema>

/** A risk-reduction message given; the code is a key of `messagesRdr`, or of a newer list. */
export const messageSchema = z.strictObject({
  carte: z.string().regex(/^[a-z0-9-]{2,40}$/, 'Message inconnu'),
  personnes: countSchema('Personnes', 1, 500),
})
export type MessageNote = z.output<typeof messageSchema>

/** Lines of one list, each at most once by `key`. */
function lines<Line extends z.ZodType>(line: Line, maximum: number, key: (value: z.output<Line>) => string) {
  return z
    .array(line)
    .max(maximum, `${maximum} lignes au plus`)
    .refine(
      (values) => new Set(values.map((value) => key(value))).size === values.length,
      'Une ligne est écrite deux fois',
    )
    .default([])
}

const arretFields = z.strictObject({
  maraudeId: uuidSchema('Maraude'),
  communeCode: communeCodeSchema,
  structureId: uuidSchema('Structure').nullable().default(null),
  cellule: celluleSchema.nullable().default(null),
  lieu: textSchema('Lieu', LIEU_MAX),
  arrivee: instantSchema('Arrivée'),
  depart: instantSchema('Départ').nullable().default(null),
  ambiance: ambianceSchema.nullable().default(null),
  presencePoliciere: z.boolean('Présence policière : oui ou non').nullable().default(null),
  mediations: countSchema('Médiations', 0, 100).default(0),
  note: textSchema('Note', NOTE_MAX),
  rencontres: lines(
    rencontreSchema,
    280,
    ({ genre, trancheAge, situation }) => `${genre} ${trancheAge} ${situation}`,
  ),
  materiel: lines(materielSchema, 200, ({ article, sens }) => `${article} ${sens}`),
  besoins: lines(besoinSchema, 60, ({ kind, reponse, cause }) => `${kind} ${reponse} ${cause}`),
  incidents: lines(incidentSchema, 20, ({ kind }) => kind),
  messages: lines(messageSchema, 40, ({ carte }) => carte),
})

type Times = { arrivee: Date; depart: Date | null }
type Place = { structureId: string | null; cellule: string | null }

function leavesAfterArriving({ arrivee, depart }: Times): boolean {
  return depart === null || depart.getTime() >= arrivee.getTime()
}

function lastsHalfADayAtMost({ arrivee, depart }: Times): boolean {
  return depart === null || depart.getTime() - arrivee.getTime() <= ARRET_MAX_MS
}

function isInOnePlace({ structureId, cellule }: Place): boolean {
  return structureId === null || cellule === null
}

const RULES = {
  order: { path: ['depart'], message: 'Le départ ne peut pas venir avant l’arrivée' },
  length: { path: ['depart'], message: 'Un arrêt dure douze heures au plus' },
  place: {
    path: ['cellule'],
    message: 'Un arrêt se tient dans une structure ou dans une cellule, pas les deux',
  },
}

/** A stop, complete. Its id is the id of the act. The place is a structure or a cell of about 250 m, never an exact point. */
export const arretSchema = arretFields
  .refine(leavesAfterArriving, RULES.order)
  .refine(lastsHalfADayAtMost, RULES.length)
  .refine(isInOnePlace, RULES.place)
export type Arret = z.output<typeof arretSchema>
export type ArretCorps = z.input<typeof arretSchema>

/** A correction: the whole stop again, and which one it replaces. */
export const correctionSchema = arretFields
  .extend({ remplaceId: uuidSchema('Arrêt corrigé') })
  .refine(leavesAfterArriving, RULES.order)
  .refine(lastsHalfADayAtMost, RULES.length)
  .refine(isInOnePlace, RULES.place)
export type Correction = z.output<typeof correctionSchema>
export type CorrectionCorps = z.input<typeof correctionSchema>
