import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { addDays, type CivilDate, daysBetween, fromParis, toDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import {
  type AstreinteCadre,
  type AstreinteResident,
  type AstreinteVue,
  listNuits,
} from '@/domain/parcours/astreintes'

const NOON = 12 * 60

type RosterRefusal = 'NOT_FOUND' | 'NIGHT_TAKEN' | 'NOT_RESIDENT'

/** A resident is on duty one night, from noon to noon. One at most a night. */
export async function putResident(
  context: Context,
  saisie: AstreinteResident,
): Promise<Result<null, RosterRefusal>> {
  const result = await tryResident(context, saisie)
  await note(context, 'astreintes.resident', saisie.structureId, result)
  return result
}

async function tryResident(
  context: Context,
  { structureId, nuit, occupationId }: AstreinteResident,
): Promise<Result<null, RosterRefusal>> {
  const organisationId = await plannedBy(context, structureId)
  if (organisationId === null) return refuse('NOT_FOUND')
  const stay = await context.tx.occupation.findFirst({
    where: {
      id: occupationId,
      kind: 'SEJOUR',
      etat: { in: ['EN_COURS', 'TERMINEE'] },
      place: { dispositif: { structureId } },
    },
    select: { etat: true, debut: true, fin: true },
  })
  if (stay === null || !livesThere(stay, nuit)) return refuse('NOT_RESIDENT')
  const { count } = await context.tx.astreinte.createMany({
    data: [{ structureId, organisationId, nuit: toDatabaseDate(nuit), poste: 'RESIDENT', occupationId }],
    skipDuplicates: true,
  })
  return count === 1 ? done(null) : refuse('NIGHT_TAKEN')
}

function livesThere(
  { etat, debut, fin }: { etat: string; debut: Date; fin: Date | null },
  nuit: CivilDate,
): boolean {
  if (debut >= fromParis(addDays(nuit, 1), NOON)) return false
  return etat === 'EN_COURS' || (fin !== null && fin > fromParis(nuit, NOON))
}

/** A function answers the phone from one night to another. A night that has one already keeps it. */
export async function putCadre(
  context: Context,
  saisie: AstreinteCadre,
): Promise<Result<{ nuits: number }, RosterRefusal>> {
  const result = await tryCadre(context, saisie)
  await note(context, 'astreintes.cadre', saisie.structureId, result)
  return result
}

async function tryCadre(
  context: Context,
  { structureId, nuit, jusqua, fonction, telephone }: AstreinteCadre,
): Promise<Result<{ nuits: number }, RosterRefusal>> {
  const organisationId = await plannedBy(context, structureId)
  if (organisationId === null) return refuse('NOT_FOUND')
  const { count } = await context.tx.astreinte.createMany({
    data: listNuits(nuit, daysBetween(nuit, jusqua) + 1).map((each) => ({
      structureId,
      organisationId,
      nuit: toDatabaseDate(each),
      poste: 'CADRE' as const,
      fonction,
      telephone,
    })),
    skipDuplicates: true,
  })
  return count > 0 ? done({ nuits: count }) : refuse('NIGHT_TAKEN')
}

/** Somebody is taken off a night: another may then be put on it. */
export async function removeAstreinte(
  context: Context,
  { id }: AstreinteVue,
): Promise<Result<null, 'NOT_FOUND'>> {
  const line = await context.tx.astreinte.findUnique({ where: { id }, select: { structureId: true } })
  const mine = line !== null && (await plannedBy(context, line.structureId)) !== null
  if (mine) await context.tx.astreinte.delete({ where: { id } })
  const result = mine ? done(null) : refuse('NOT_FOUND')
  await note(context, 'astreintes.remove', line?.structureId ?? null, result)
  return result
}

async function plannedBy({ actor, tx }: Context, structureId: string): Promise<string | null> {
  const structure = await tx.structure.findUnique({
    where: { id: structureId },
    select: { organisationId: true },
  })
  if (structure === null) return null
  const { organisationId } = structure
  return can(actor, 'astreintes.plan', { structureId, organisationId }) ? organisationId : null
}

async function note(
  context: Context,
  action: string,
  structureId: string | null,
  result: Result<unknown, string>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet: 'structure',
    ...(structureId === null ? {} : { objetId: structureId }),
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
