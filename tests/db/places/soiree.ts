import { acceptOrientation } from '@/features/passages/commands'
import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { mintViewer } from '@/auth/mint-viewer'
import type { Context } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { type Demande, demandeSchema } from '@/domain/orientations/demande'
import { askPlace } from '@/features/orientations/commands'
import type { PlaceTenue } from '@/features/places/commands'
import { admit, type SejourOuvert } from '@/features/sejours/commands'
import { type Cote, createMonde, insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'

/** Monday 23 November 2026, 22 h in Paris. */
export const SOIR = new Date('2026-11-23T21:00:00Z')

/** Minutes after the evening's start. */
export function plusTard(minutes: number): Date {
  return new Date(SOIR.getTime() + minutes * 60_000)
}

/**
 * Paris prescribes, Seine receives: its device takes requests and has `places` places, one night each, held two hours.
 */
export async function createSoiree(
  places: number,
  dispositif: Readonly<Record<string, unknown>> = {},
): Promise<Monde> {
  const monde = await createMonde(owner)
  const columns = Object.entries({ oriente: true, ...dispositif })
  const sets = columns.map(([name], index) => `${name} = $${index + 2}`)
  await owner.query(`UPDATE dispositifs SET ${sets.join(', ')} WHERE id = $1`, [
    monde.seine.dispositif,
    ...columns.map(([, value]) => value),
  ])
  await insertRow(owner, 'regles_sejour', {
    id: uuidv7(),
    dispositif_id: monde.seine.dispositif,
    duree_max: 1,
    sortie: 720,
    du: '2026-01-01',
  })
  for (let index = 2; index <= places; index++) await addPlace(monde.seine, `Lit ${index}`)
  return monde
}

export function addPlace(
  cote: Cote,
  libelle: string,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return insertRow(owner, 'places', {
    id: uuidv7(),
    dispositif_id: cote.dispositif,
    organisation_id: cote.organisation,
    libelle,
    du: '2026-01-01T00:00:00Z',
    ...columns,
  })
}

export function viewerOf(cote: Cote, role: Role, structureId: string | null = cote.structure): Viewer {
  return mintViewer({
    compteId: cote.compte,
    sessionId: randomUUID(),
    organisationId: cote.organisation,
    fonction: 'Essai',
    attributions: [{ role, structureId }],
  })
}

/** Runs one command as somebody, in its own transaction, at an instant. */
export function act<Value>(
  actor: Viewer,
  now: Date,
  command: (context: Context) => Promise<Value>,
): Promise<Value> {
  return inTransaction(actor, (tx) => command({ actor, now, tx }))
}

/** A request of Paris to Seine for tonight, changed at will. */
export function demandeDe({ seine }: Monde, change: Readonly<Record<string, unknown>> = {}): Demande {
  return demandeSchema.parse({
    id: uuidv7(),
    receveurDispositifId: seine.dispositif,
    echeance: 'CE_SOIR',
    genre: 'FEMME',
    trancheAge: 'DE_30_39',
    personnes: 1,
    couple: false,
    animaux: false,
    mobilite: false,
    femmesSeulement: false,
    souhaitLe: SOIR,
    ...change,
  })
}

/** A person described and her agreement: the request carries a code. */
export const avecPersonne = {
  personne: { genre: 'FEMME', trancheAge: 'DE_30_39', situation: 'ISOLEE' },
  consentement: { portee: 'ORIENTATION' },
} as const

/** Sends a request of Paris to Seine and answers what the receiver will see. */
export async function ask(
  monde: Monde,
  change: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; version: number; code: string | null }> {
  const demande = demandeDe(monde, change)
  const sent = await act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => askPlace(context, demande))
  if (!sent.ok) throw new Error(sent.reason)
  return { id: demande.id, version: 1, code: sent.value.code }
}

/** One row as it is in the base, whatever the viewer. */
export async function rowOf(table: string, id: string): Promise<Record<string, unknown>> {
  const { rows } = await owner.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = $1`, [id])
  return rows[0] ?? {}
}

/** How many rows of a table a condition holds for. */
export async function countRows(
  table: string,
  where: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    [...values],
  )
  return rows[0]?.n ?? 0
}

/** Noon after the evening: the end of a stay of one night. */
export const MIDI = new Date('2026-11-24T11:00:00Z')

export function receveurDe(monde: Monde): Viewer {
  return viewerOf(monde.seine, 'COORDINATEUR')
}

/** Accepts with the first place that fits, or fails the test. */
export async function accept(monde: Monde, id: string, version = 1, minutes = 10): Promise<PlaceTenue> {
  const accepted = await act(receveurDe(monde), plusTard(minutes), (context) =>
    acceptOrientation(context, { id, version, dispositifId: null, placeId: null }),
  )
  if (!accepted.ok) throw new Error(accepted.reason)
  return accepted.value
}

/** Asked, accepted, admitted at 23 h: the orientation and its stay. */
export async function arrive(
  monde: Monde,
): Promise<{ id: string; code: string | null; sejour: SejourOuvert }> {
  const { id, code } = await ask(monde, avecPersonne)
  await accept(monde, id)
  const admitted = await act(receveurDe(monde), plusTard(60), (context) => admit(context, { id, version: 2 }))
  if (!admitted.ok) throw new Error(admitted.reason)
  return { id, code, sejour: admitted.value }
}
