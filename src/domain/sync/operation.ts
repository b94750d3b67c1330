import { z } from 'zod'
import { countSchema, instantSchema, uuidSchema } from '../commun/champs'
import { arretSchema, correctionSchema } from '../maraudes/arret'
import { clotureSchema, ouvertureSchema } from '../maraudes/maraude'
import { demandeSchema } from '../orientations/demande'
import { upcast } from './upcast'

/** Acts in one sending, at most. */
export const OPERATIONS_MAX = 50
/** Bytes of one sending, at most: fifty full stops and a margin. */
export const CORPS_MAX_OCTETS = 2_000_000

/** What a tablet can log. Each act makes one row, whose id is the act's own. */
export const kindSchema = z.enum([
  'maraude.ouvrir',
  'arret.noter',
  'arret.corriger',
  'maraude.clore',
  'place.demander',
])
export type Kind = z.infer<typeof kindSchema>

/** How each act is named on screen. */
export const libellesKind: Record<Kind, string> = {
  'maraude.ouvrir': 'Départ en maraude',
  'arret.noter': 'Arrêt',
  'arret.corriger': 'Correction d’un arrêt',
  'maraude.clore': 'Fin de maraude',
  'place.demander': 'Demande de place',
}

/** An act whose body has been read, one shape per kind. */
export const acteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('maraude.ouvrir'), corps: ouvertureSchema }),
  z.object({ kind: z.literal('arret.noter'), corps: arretSchema }),
  z.object({ kind: z.literal('arret.corriger'), corps: correctionSchema }),
  z.object({ kind: z.literal('maraude.clore'), corps: clotureSchema }),
  z.object({ kind: z.literal('place.demander'), corps: demandeSchema }),
])
export type Acte = z.output<typeof acteSchema>

/** What the tablet writes for each kind, as JSON. The id of a request for a place is the act's own, hence not repeated. */
export type CorpsOf<Name extends Kind> = Name extends 'place.demander'
  ? Omit<z.input<typeof demandeSchema>, 'id'>
  : Extract<z.input<typeof acteSchema>, { kind: Name }>['corps']

/** What must be readable of an act for the base to keep it, whatever its body is worth. */
export const operationSchema = z.object({
  id: z.uuidv7('Identifiant illisible'),
  sequence: countSchema('Numéro', 1, 2_147_483_647),
  kind: z
    .string('Sorte de fait illisible')
    .min(1, 'Sorte de fait absente')
    .max(60, 'Sorte de fait illisible'),
  schemaVersion: countSchema('Version', 1, 1_000_000),
  auteurId: uuidSchema('Auteur'),
  creeLe: instantSchema('Heure du fait'),
  corps: z.record(z.string(), z.json(), 'Corps illisible'),
})
export type Operation = z.output<typeof operationSchema>

const enveloppeSchema = z.object({
  appareilId: uuidSchema('Tablette'),
  /** the tablet's own hour when it sends; measures how wrong its clock is */
  envoyeLe: instantSchema('Heure de l’envoi'),
  /** acts the tablet still holds, these included */
  enAttente: countSchema('Faits en attente', 0, 1_000_000),
  /** number of the last act the tablet made */
  sequenceMax: countSchema('Dernier numéro', 0, 2_147_483_647),
  operations: z
    .array(z.unknown(), 'Faits illisibles')
    .max(OPERATIONS_MAX, `${OPERATIONS_MAX} faits au plus par envoi`),
})

/** One sending of a tablet, read. */
export type Enveloppe = Omit<z.output<typeof enveloppeSchema>, 'operations'> & {
  operations: Operation[]
  /** when the oldest act still held was made, by the tablet's clock */
  plusAncien?: Date | null
}

/** Why a sending was not read; nothing of it is kept. `operations` names the acts at fault. */
export type EnveloppeIllisible = {
  erreur: string
  operations: { index: number; id: string | null; motif: string }[]
}

/** Reads a sending whole, or says what cannot be read, act by act, so that the tablet sends the others again without it. */
export function readEnveloppe(
  json: unknown,
): { ok: true; enveloppe: Enveloppe } | { ok: false; illisible: EnveloppeIllisible } {
  const outer = enveloppeSchema.safeParse(json)
  if (!outer.success) return { ok: false, illisible: { erreur: firstMessage(outer.error), operations: [] } }
  const operations: Operation[] = []
  const faults: EnveloppeIllisible['operations'] = []
  for (const [index, item] of outer.data.operations.entries()) {
    const read = operationSchema.safeParse(item)
    if (read.success) operations.push(read.data)
    else faults.push({ index, id: idOf(item), motif: firstMessage(read.error) })
  }
  if (faults.length > 0)
    return { ok: false, illisible: { erreur: 'Des faits sont illisibles', operations: faults } }
  return { ok: true, enveloppe: { ...outer.data, operations } }
}

/** What the body of an act is worth. */
export type Lecture =
  { etat: 'lu'; acte: Acte } | { etat: 'refuse'; motif: string } | { etat: 'version-plus-recente' }

type ActeGarde = { id: string; kind: string; schemaVersion: number; corps: Record<string, unknown> }

/** Reads the body of an act, brought to the current version first. */
export function readActe(operation: ActeGarde): Lecture {
  const act = upcast(operation)
  if (act === null) return { etat: 'version-plus-recente' }
  if (!kindSchema.safeParse(act.kind).success) return { etat: 'refuse', motif: 'Sorte de fait inconnue' }
  const corps = act.kind === 'place.demander' ? { ...act.corps, id: operation.id } : act.corps
  const read = acteSchema.safeParse({ kind: act.kind, corps })
  return read.success ? { etat: 'lu', acte: read.data } : { etat: 'refuse', motif: firstMessage(read.error) }
}

/** The first fault of a body, as one French sentence that never repeats what was typed. */
export function firstMessage(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'Contenu illisible'
  if (issue.code === 'unrecognized_keys') return `Champ inconnu : ${issue.keys.join(', ').slice(0, 100)}`
  const where = issue.path.filter((step) => typeof step === 'string').at(-1)
  if (isOurs(issue.message)) return issue.message
  return where === undefined ? 'Contenu illisible' : `Champ illisible : ${where}`
}

/** zod writes its own sentences in English; ours are in the schemas. */
function isOurs(message: string): boolean {
  return !/^(Invalid|Too|Unrecognized|Expected)/.test(message)
}

function idOf(item: unknown): string | null {
  const read = z.object({ id: z.string().max(64) }).safeParse(item)
  return read.success ? read.data.id : null
}
