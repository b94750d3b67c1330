import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { fromDatabaseDate, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import {
  type AlertePrevenue,
  depuisQuand,
  effetSurAlerte,
  type RegleVisiteSaisie,
  type VisiteSaisie,
} from '@/domain/parcours/visites'
import { findRegleVisite } from './queries'

/** What a knock on a door changed: an alert opened, closed, or nothing. */
export type VisiteNotee = { alerte: 'OUVRIR' | 'FERMER' | null }

/** A knock on the door of a stay. Too many days without an answer open an alert in the same transaction; any answer closes it. */
export async function logVisite(
  context: Context,
  saisie: VisiteSaisie,
): Promise<Result<VisiteNotee, 'NOT_FOUND' | 'STAY_OVER'>> {
  const result = await tryToLog(context, saisie)
  await writeJournal(context, {
    action: 'tournees.visit',
    objet: 'occupation',
    objetId: saisie.occupationId,
    ...(result.ok ? { details: { issue: saisie.issue } } : { refus: result.reason }),
  })
  return result
}

async function tryToLog(
  { actor, now, tx }: Context,
  { occupationId, issue }: VisiteSaisie,
): Promise<Result<VisiteNotee, 'NOT_FOUND' | 'STAY_OVER'>> {
  const stay = await tx.occupation.findFirst({
    where: { id: occupationId, kind: 'SEJOUR' },
    select: ofVisited,
  })
  if (stay === null || !can(actor, 'tournees.visit', stay.place.dispositif)) return refuse('NOT_FOUND')
  if (stay.etat !== 'EN_COURS') return refuse('STAY_OVER')
  const { organisationId, place } = stay
  const today = toParis(now).date
  // Two knocks noted at once on one door: one after the other, so that one alert at most opens.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`visite ${occupationId}`}, 0))::text`
  await tx.visite.create({
    data: { occupationId, organisationId, issue, le: now, jour: toDatabaseDate(today) },
  })
  const passages = await tx.visite.findMany({
    where: { occupationId, jour: { gte: toDatabaseDate(depuisQuand(today)) } },
    select: { jour: true, le: true, issue: true },
  })
  const open = await tx.alerteVisite.findFirst({
    where: { occupationId, fermeeLe: null },
    select: { id: true },
  })
  const alerte = effetSurAlerte(
    passages.map((passage) => ({ ...passage, jour: fromDatabaseDate(passage.jour) })),
    await findRegleVisite(tx, place.dispositif.id),
    open !== null,
  )
  if (alerte === 'OUVRIR')
    await tx.alerteVisite.create({ data: { occupationId, organisationId, ouverteLe: now } })
  if (alerte === 'FERMER' && open !== null)
    await tx.alerteVisite.update({ where: { id: open.id }, data: { fermeeLe: now } })
  return done({ alerte })
}

const ofVisited = {
  etat: true,
  organisationId: true,
  place: { select: { dispositif: { select: { id: true, structureId: true, organisationId: true } } } },
} as const

/** Somebody was told that a door does not answer. Said once for each. */
export async function tellAlerte(
  context: Context,
  { alerteId, qui }: AlertePrevenue,
): Promise<Result<null, 'NOT_FOUND' | 'DONE_ALREADY'>> {
  const result = await tryToTell(context, { alerteId, qui })
  await writeJournal(context, {
    action: 'tournees.tell',
    objet: 'alerte-visite',
    objetId: alerteId,
    ...(result.ok ? { details: { qui } } : { refus: result.reason }),
  })
  return result
}

async function tryToTell(
  { actor, now, tx }: Context,
  { alerteId, qui }: AlertePrevenue,
): Promise<Result<null, 'NOT_FOUND' | 'DONE_ALREADY'>> {
  const alerte = await tx.alerteVisite.findFirst({
    where: { id: alerteId, fermeeLe: null },
    select: { organisationId: true, occupation: { select: ofVisited } },
  })
  if (alerte === null || !can(actor, 'tournees.visit', alerte.occupation.place.dispositif))
    return refuse('NOT_FOUND')
  const { count } = await tx.alertePrevenue.createMany({
    data: [{ alerteId, organisationId: alerte.organisationId, qui, le: now }],
    skipDuplicates: true,
  })
  return count === 1 ? done(null) : refuse('DONE_ALREADY')
}

/** After how many silent days a device gives the alert, and who is told. */
export async function setRegleVisite(
  context: Context,
  { dispositifId, alerteApres, prevenir }: RegleVisiteSaisie,
): Promise<Result<null, 'NOT_FOUND'>> {
  const { actor, tx } = context
  const dispositif = await tx.dispositif.findUnique({ where: { id: dispositifId } })
  const mine = dispositif !== null && can(actor, 'tournees.set', dispositif)
  if (mine) {
    const { organisationId } = dispositif
    await tx.regleVisite.upsert({
      where: { dispositifId },
      create: { dispositifId, organisationId, alerteApres, prevenir },
      update: { alerteApres, prevenir },
    })
  }
  await writeJournal(context, {
    action: 'tournees.set',
    objet: 'dispositif',
    objetId: dispositifId,
    ...(mine ? { details: { alerteApres } } : { refus: 'NOT_FOUND' }),
  })
  return mine ? done(null) : refuse('NOT_FOUND')
}
