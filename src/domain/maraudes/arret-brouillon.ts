import { type Trouvaille, screenText } from '../commun/texte-libre'
import {
  type ArretCorps,
  arretSchema,
  type BesoinNote,
  correctionSchema,
  type CorrectionCorps,
  type IncidentNote,
  type MaterielNote,
  type MessageNote,
  type RencontreNotee,
} from './arret'
import { type Ambiance, libellesBesoin, type ReponseBesoin } from './listes'

/** A need being noted: how it was answered may still be missing. */
export type BesoinBrouillon = Omit<BesoinNote, 'reponse'> & { reponse: ReponseBesoin | null }

/**
 * A stop in progress, saved at every change: any field may still be missing. Times are ISO 8601 texts; without `depart`, the
 * moment it is saved. `textesRelus` holds what looked like a name and that the person said names nobody.
 */
export type ArretBrouillon = {
  id: string
  maraudeId: string
  remplaceId: string | null
  communeCode: string | null
  structureId: string | null
  cellule: string | null
  lieu: string
  arrivee: string
  depart: string | null
  ambiance: Ambiance | null
  presencePoliciere: boolean | null
  mediations: number
  note: string
  textesRelus: string[]
  rencontres: RencontreNotee[]
  materiel: MaterielNote[]
  besoins: BesoinBrouillon[]
  incidents: IncidentNote[]
  messages: MessageNote[]
}

/** The parts of the screen, in order. */
export type SectionArret = 'lieu' | 'personnes' | 'materiel' | 'besoins' | 'notes'

/** What stops a draft from being saved, and where to look. */
export type FauteArret = { section: SectionArret; message: string }

/** A draft with nothing in it but where and when it begins. */
export function startArret(
  start: Pick<ArretBrouillon, 'id' | 'maraudeId' | 'arrivee'> & Partial<ArretBrouillon>,
): ArretBrouillon {
  return {
    remplaceId: null,
    communeCode: null,
    structureId: null,
    cellule: null,
    lieu: '',
    depart: null,
    ambiance: null,
    presencePoliciere: null,
    mediations: 0,
    note: '',
    textesRelus: [],
    rencontres: [],
    materiel: [],
    besoins: [],
    incidents: [],
    messages: [],
    ...start,
  }
}

/** The draft that corrects a stop already saved. */
export function startCorrection(id: string, remplaceId: string, corps: ArretCorps): ArretBrouillon {
  const { besoins, incidents, ...known } = arretSchema.safeParse(corps).data ?? {}
  return {
    ...startArret({ id, remplaceId, maraudeId: corps.maraudeId, arrivee: corps.arrivee }),
    ...known,
    lieu: corps.lieu ?? '',
    note: corps.note ?? '',
    arrivee: corps.arrivee,
    depart: corps.depart ?? null,
    besoins: besoins ?? [],
    incidents: incidents ?? [],
  }
}

/** Whether nobody was met and nothing was done: worth keeping (the place was visited), but to be meant. */
export function isEmptyArret(draft: ArretBrouillon): boolean {
  const { rencontres, materiel, besoins, incidents, messages } = draft
  const lists = [rencontres, materiel, besoins, incidents, messages]
  return lists.every((list) => list.length === 0) && draft.mediations === 0 && draft.note.trim() === ''
}

/** What in a text may point to a person and was not read again. Only a possible name can be declared harmless. */
export function findingsOf(text: string, relus: readonly string[]): Trouvaille[] {
  return screenText(text).filter(({ kind, extrait }) => kind !== 'NOM' || !relus.includes(extrait))
}

/** A body ready to be saved, or what is missing. `now` ends the stop unless it already ended. */
export function readBrouillon(
  draft: ArretBrouillon,
  now: Date,
): { ok: true; corps: ArretCorps | CorrectionCorps } | { ok: false; fautes: FauteArret[] } {
  const corps = toCorps(draft, now)
  const read = draft.remplaceId === null ? arretSchema.safeParse(corps) : correctionSchema.safeParse(corps)
  const fautes = [
    ...draft.besoins.flatMap(missingAnswer),
    ...screenFaults(draft),
    ...(read.error?.issues ?? []).filter(({ path }) => path[0] !== 'besoins').map(faultOf),
  ]
  return fautes.length > 0 ? { ok: false, fautes } : { ok: true, corps }
}

function toCorps(draft: ArretBrouillon, now: Date): ArretCorps | CorrectionCorps {
  const { id: _id, remplaceId, textesRelus: _relus, communeCode, besoins, depart, ...same } = draft
  const corps = {
    ...same,
    communeCode: communeCode ?? '',
    depart: depart ?? new Date(Math.max(now.getTime(), Date.parse(draft.arrivee))).toISOString(),
    besoins: besoins.flatMap(({ reponse, ...need }) => (reponse === null ? [] : [{ ...need, reponse }])),
  }
  return remplaceId === null ? corps : { ...corps, remplaceId }
}

function missingAnswer({ kind, reponse, cause }: BesoinBrouillon): FauteArret[] {
  const nom = libellesBesoin[kind]
  if (reponse === null) return [{ section: 'besoins', message: `${nom} : dites la réponse donnée` }]
  if (reponse === 'SANS_REPONSE' && cause === null)
    return [{ section: 'besoins', message: `${nom} : dites pourquoi il reste sans réponse` }]
  return []
}

function screenFaults({ lieu, note, textesRelus }: ArretBrouillon): FauteArret[] {
  const message = 'Le texte peut désigner une personne : relisez-le'
  const sections = [
    ['lieu', lieu],
    ['notes', note],
  ] as const
  return sections.flatMap(([section, text]) =>
    findingsOf(text, textesRelus).length > 0 ? [{ section, message }] : [],
  )
}

const sections: Record<string, SectionArret> = {
  rencontres: 'personnes',
  materiel: 'materiel',
  besoins: 'besoins',
  note: 'notes',
  ambiance: 'notes',
  mediations: 'notes',
  incidents: 'notes',
  messages: 'notes',
}

function faultOf({ path, message }: { path: PropertyKey[]; message: string }): FauteArret {
  const [field] = path
  if (field === 'communeCode') return { section: 'lieu', message: 'Choisissez la commune de l’arrêt' }
  return { section: sections[String(field)] ?? 'lieu', message }
}

/** The stop as it can already be saved, needs without an answer left for later: a request for a place cannot wait for them. */
export function withoutOpenNeeds(draft: ArretBrouillon): ArretBrouillon {
  return { ...draft, besoins: draft.besoins.filter((besoin) => missingAnswer(besoin).length === 0) }
}
