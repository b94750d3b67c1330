import type { CorpsOf, Kind } from '../sync/operation'
import type { ArretCorps } from './arret'
import { MARAUDE_MAX_MS } from './durees'
import type { OuvertureCorps } from './maraude'
import { statutsDesArrets } from './statuts-arret'

/** An act kept on the tablet, with the body it was sent with. */
export type Fait = { [Name in Kind]: { id: string; kind: Name; creeLe: string; corps: CorpsOf<Name> } }[Kind]

/** A stop as the tablet shows it. `remplaceId`: it corrects that one. */
export type ArretLocal = { id: string; remplaceId: string | null; corps: ArretCorps }

/** A request for a place made on this tablet. */
export type DemandeLocale = { id: string; creeLe: string; corps: CorpsOf<'place.demander'> }

/** A round, as the sum of the acts this tablet made. Stops in order of arrival, corrected ones left out. */
export type Tournee = {
  id: string
  ouverture: OuvertureCorps
  arrets: ArretLocal[]
  demandes: DemandeLocale[]
  fin: string | null
}

/** The rounds of this tablet, the latest first. A pure function of its acts: nothing else is kept about a round. */
export function readTournees(faits: readonly Fait[]): Tournee[] {
  return faits
    .flatMap((fait) => (fait.kind === 'maraude.ouvrir' ? [readTournee(fait.id, fait.corps, faits)] : []))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
}

function readTournee(id: string, ouverture: OuvertureCorps, faits: readonly Fait[]): Tournee {
  const all = faits.flatMap((fait) => readArret(fait, id))
  const statuts = statutsDesArrets(all)
  const known = new Set(all.map((arret) => arret.id))
  const demandes = faits.flatMap((fait) =>
    fait.kind === 'place.demander' && known.has(fait.corps.arretId ?? '') ? [fait] : [],
  )
  const cloture = faits.find((fait) => fait.kind === 'maraude.clore' && fait.corps.maraudeId === id)
  return {
    id,
    ouverture,
    arrets: all.filter((arret) => statuts.get(arret.id) === 'ACTIF').toSorted(byArrival),
    demandes,
    fin: cloture?.kind === 'maraude.clore' ? cloture.corps.fin : null,
  }
}

function byArrival(one: ArretLocal, other: ArretLocal): number {
  const between = Date.parse(one.corps.arrivee) - Date.parse(other.corps.arrivee)
  return between === 0 ? one.id.localeCompare(other.id) : between
}

function readArret(fait: Fait, maraudeId: string): ArretLocal[] {
  if (fait.kind === 'arret.noter' && fait.corps.maraudeId === maraudeId)
    return [{ id: fait.id, remplaceId: null, corps: fait.corps }]
  if (fait.kind !== 'arret.corriger' || fait.corps.maraudeId !== maraudeId) return []
  const { remplaceId, ...corps } = fait.corps
  return [{ id: fait.id, remplaceId, corps }]
}

const FORGOTTEN_MS = 14 * 3_600_000

/** When to close: now; or, for a round forgotten overnight, when its last stop ended. Never beyond what a round may last. */
export function proposedEnd({ ouverture, arrets }: Tournee, now: Date): Date {
  const debut = Date.parse(ouverture.debut)
  const last = arrets.at(-1)?.corps
  const lastSeen = last === undefined ? debut + 60_000 : Date.parse(last.depart ?? last.arrivee)
  const wanted = now.getTime() - debut > FORGOTTEN_MS ? lastSeen : now.getTime()
  return new Date(Math.min(Math.max(wanted, debut + 60_000), debut + MARAUDE_MAX_MS))
}
