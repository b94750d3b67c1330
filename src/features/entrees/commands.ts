import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { toDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Passage, PassageVu } from '@/domain/places/entree'
import { nightServed } from '@/domain/places/sejour'

/** How the rest space stands once the line is written. */
export type Porte = { id: string; presents: number; capacite: number }
type DoorRefusal = 'NOT_FOUND' | 'DEVICE_CLOSED' | 'NO_CAPACITY' | 'DOOR_FULL' | 'DAY_FULL' | 'NOBODY_INSIDE'

/**
 * Somebody comes in, goes out, or is turned away for lack of room. Those inside never exceed the capacity, even when two doors count
 * at the same time: lines of one device wait for each other, and PostgreSQL counts again before it writes.
 */
export async function logPassage(context: Context, passage: Passage): Promise<Result<Porte, DoorRefusal>> {
  const result = await tryToLog(context, passage)
  await writeJournal(context, {
    action: 'entrees.log',
    objet: 'dispositif',
    objetId: passage.dispositifId,
    ...(result.ok ? { details: { kind: passage.kind } } : { refus: result.reason }),
  })
  return result
}

async function tryToLog(
  context: Context,
  { dispositifId, kind, personnes, femmes }: Passage,
): Promise<Result<Porte, DoorRefusal>> {
  const { actor, now, tx } = context
  const dispositif = await tx.dispositif.findUnique({
    where: { id: dispositifId },
    select: { structureId: true, organisationId: true, kind: true, statut: true },
  })
  if (dispositif?.kind !== 'REPOS' || !can(actor, 'entrees.log', dispositif)) return refuse('NOT_FOUND')
  if (dispositif.statut !== 'OUVERTE') return refuse('DEVICE_CLOSED')
  await lockDispositifs(context, [dispositifId])
  const counted = await count(context, dispositifId)
  const { presents, capacite } = counted
  if (capacite === null) return refuse('NO_CAPACITY')
  const refused = refusalOf(counted, kind, personnes)
  if (refused !== null) return refuse(refused)
  const { id } = await tx.entree.create({
    data: {
      dispositifId,
      organisationId: dispositif.organisationId,
      kind,
      personnes,
      femmes,
      le: now,
      jour: toDatabaseDate(nightServed(now)),
      creePar: actor.compteId,
    },
    select: { id: true },
  })
  const change = { ENTREE: personnes, SORTIE: -personnes, REFUS: 0 }[kind]
  return done({ id, presents: presents + change, capacite })
}

type Counted = { presents: number; entrees: number; capacite: number | null; parJour: number | null }

async function count({ now, tx }: Context, dispositifId: string): Promise<Counted> {
  const [counted] = await tx.$queryRaw<Counted[]>`
    SELECT presents, entrees, capacite, par_jour AS "parJour" FROM presents_a(${now}, ${dispositifId}::uuid)`
  return counted ?? { presents: 0, entrees: 0, capacite: null, parJour: null }
}

function refusalOf(
  { presents, entrees, capacite, parJour }: Counted,
  kind: Passage['kind'],
  personnes: number,
): 'DOOR_FULL' | 'DAY_FULL' | 'NOBODY_INSIDE' | null {
  if (kind === 'REFUS') return null
  if (kind === 'SORTIE') return personnes > presents ? 'NOBODY_INSIDE' : null
  if (capacite !== null && presents + personnes > capacite) return 'DOOR_FULL'
  return parJour !== null && entrees + personnes > parJour ? 'DAY_FULL' : null
}

type StrikeRefusal = 'NOT_FOUND' | 'TOO_LATE_TO_UNDO' | 'NOBODY_INSIDE' | 'DOOR_FULL'

/** Strikes out a line written by mistake, the same day; what it counted is counted no more. */
export async function strikePassage(
  context: Context,
  { entreeId }: PassageVu,
): Promise<Result<null, StrikeRefusal>> {
  const result = await tryToStrike(context, entreeId)
  await writeJournal(context, {
    action: 'entrees.strike',
    objet: 'entree',
    objetId: entreeId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToStrike(context: Context, id: string): Promise<Result<null, StrikeRefusal>> {
  const { actor, now, tx } = context
  const known = await tx.entree.findUnique({ where: { id }, include: { dispositif: true } })
  if (known === null || !can(actor, 'entrees.log', known.dispositif)) return refuse('NOT_FOUND')
  await lockDispositifs(context, [known.dispositifId])
  if (known.jour.getTime() !== toDatabaseDate(nightServed(now)).getTime()) return refuse('TOO_LATE_TO_UNDO')
  const refused = refusalOfStrike(await count(context, known.dispositifId), known)
  if (refused !== null) return refuse(refused)
  const { count: struck } = await tx.entree.updateMany({
    where: { id, annuleeLe: null },
    data: { annuleeLe: now },
  })
  return struck === 1 ? done(null) : refuse('TOO_LATE_TO_UNDO')
}

/** Without this line, those inside would be fewer than none, or more than there is room. */
function refusalOfStrike(
  { presents, capacite }: Counted,
  { kind, personnes }: Pick<Passage, 'kind' | 'personnes'>,
): 'NOBODY_INSIDE' | 'DOOR_FULL' | null {
  if (kind === 'ENTREE' && personnes > presents) return 'NOBODY_INSIDE'
  return kind === 'SORTIE' && presents + personnes > (capacite ?? 0) ? 'DOOR_FULL' : null
}
