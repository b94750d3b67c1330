import type { BesoinNote, IncidentNote, MaterielNote, MessageNote, RencontreNotee } from './arret'
import type { Ambiance } from './listes'

/**
 * A stop in progress, saved at every change: any field may still be missing, and what an older version of the screen wrote
 * is completed, never dropped. Times are ISO 8601 texts; `depart` is set when the stop is saved.
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
  rencontres: RencontreNotee[]
  materiel: MaterielNote[]
  besoins: BesoinNote[]
  incidents: IncidentNote[]
  messages: MessageNote[]
}

type Start = Pick<ArretBrouillon, 'id' | 'maraudeId' | 'arrivee'> & Partial<ArretBrouillon>

/** A draft with nothing in it but where and when it begins. */
export function startArret(start: Start): ArretBrouillon {
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
    rencontres: [],
    materiel: [],
    besoins: [],
    incidents: [],
    messages: [],
    ...start,
  }
}

/** Whether nobody was met and nothing was done: such a stop is worth keeping (coverage) but must be meant. */
export function isEmptyArret(draft: ArretBrouillon): boolean {
  const { rencontres, materiel, besoins, incidents, messages } = draft
  const lignes = [rencontres, materiel, besoins, incidents, messages]
  return lignes.every((list) => list.length === 0) && draft.mediations === 0 && draft.note.trim() === ''
}
