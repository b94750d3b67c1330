import { type CoteMotif, type StatutOrientation, statutsOuverts, statutsQuiAttendent } from './statuts'

/** What a passage must bring with it. */
export type Exigence =
  /** the person's agreement, when a personne goes with the request */
  | 'ACCORD'
  /** a held place, or a planned date */
  | 'PLACE'
  /** a coded reason, of the side that speaks */
  | 'MOTIF'
  /** the next step the receiver proposes */
  | 'SUITE'
  /** a rank in the waiting list, with its frozen criteria */
  | 'RANG'
  /** who was late */
  | 'RETARD'
  /** how the stay ended */
  | 'ISSUE'

/** One passage that exists: nothing else does. */
export type Passage = {
  from: StatutOrientation
  to: StatutOrientation
  cotes: readonly CoteMotif[]
  needs: readonly Exigence[]
}

function each(
  origins: readonly StatutOrientation[],
  to: StatutOrientation,
  cotes: readonly CoteMotif[],
  needs: readonly Exigence[] = [],
): Passage[] {
  return origins.map((from) => ({ from, to, cotes, needs }))
}

/** The whole life of an orientation, as data. PERSONNE speaks through her prescriber; HORLOGE is the clock. */
export const passages: readonly Passage[] = [
  ...each(['BROUILLON'], 'ENVOYEE', ['PRESCRIPTEUR'], ['ACCORD']),
  ...each(['ENVOYEE'], 'RECUE', ['STRUCTURE']),
  ...each(['ENVOYEE', 'RECUE'], 'A_L_ETUDE', ['STRUCTURE']),
  ...each(statutsQuiAttendent, 'ACCEPTEE', ['STRUCTURE'], ['PLACE']),
  ...each(statutsQuiAttendent, 'REFUSEE', ['STRUCTURE'], ['MOTIF', 'SUITE']),
  ...each(['ENVOYEE', 'RECUE', 'A_L_ETUDE'], 'EN_ATTENTE', ['STRUCTURE'], ['RANG']),
  ...each(statutsOuverts, 'RENONCEE', ['PERSONNE'], ['MOTIF']),
  ...each(statutsOuverts, 'RETIREE', ['PRESCRIPTEUR'], ['MOTIF']),
  ...each(statutsOuverts, 'EXPIREE', ['HORLOGE'], ['RETARD']),
  ...each(['ACCEPTEE'], 'ARRIVEE', ['STRUCTURE'], ['PLACE']),
  ...each(['ACCEPTEE'], 'NON_VENUE', ['STRUCTURE', 'HORLOGE'], ['MOTIF']),
  ...each(['ARRIVEE'], 'CLOSE', ['STRUCTURE'], ['ISSUE']),
]

/** The passage this side may make, or undefined: then it is refused. */
export function findPassage(
  from: StatutOrientation,
  to: StatutOrientation,
  cote: CoteMotif,
): Passage | undefined {
  return passages.find(
    (passage) => passage.from === from && passage.to === to && passage.cotes.includes(cote),
  )
}

/** States that free the place held for the orientation, in the same transaction. */
const liberentLaPlace = [
  'REFUSEE',
  'RENONCEE',
  'RETIREE',
  'EXPIREE',
  'NON_VENUE',
] as const satisfies StatutOrientation[]

const reponses = [
  'RECUE',
  'A_L_ETUDE',
  'EN_ATTENTE',
  'ACCEPTEE',
  'REFUSEE',
] as const satisfies StatutOrientation[]

/** Why this side may not make this passage, or null when it may. Answering what is answered says so. */
export function refusPassage(
  from: StatutOrientation,
  to: StatutOrientation,
  cote: CoteMotif,
): 'ALREADY_ANSWERED' | 'NOT_POSSIBLE' | null {
  if (findPassage(from, to, cote)) return null
  const answering = reponses.some((statut) => statut === to)
  return answering && !statutsQuiAttendent.some((statut) => statut === from)
    ? 'ALREADY_ANSWERED'
    : 'NOT_POSSIBLE'
}

/** The first of these ends the wait for a first answer (indicator 1); a mere receipt does not. */
export function answers(to: StatutOrientation): boolean {
  return to !== 'RECUE' && reponses.some((statut) => statut === to)
}

/** Whether this state gives the held place back. */
export function frees(to: StatutOrientation): boolean {
  return liberentLaPlace.some((statut) => statut === to)
}
