import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { addDays, type CivilDate, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import type {
  RendezVousManque,
  RendezVousSaisi,
  RendezVousVu,
  Reprise,
  SansContact,
} from '@/domain/parcours/rendez-vous'
import { findSuivie } from '@/features/suivies/queries'

const HORIZON_JOURS = 730

/** Makes an appointment for somebody followed. */
export async function planRendezVous(
  context: Context,
  saisie: RendezVousSaisi,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'UNKNOWN_STRUCTURE' | 'IN_THE_PAST' | 'TOO_FAR'>> {
  const result = await tryToPlan(context, saisie)
  await writeJournal(context, {
    action: 'rendez-vous.plan',
    objet: 'rendez-vous',
    ...(result.ok ? { objetId: result.value.id } : { refus: result.reason }),
  })
  return result
}

async function tryToPlan(
  { actor, now, tx }: Context,
  { code, structureId, ...rendezVous }: RendezVousSaisi,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'UNKNOWN_STRUCTURE' | 'IN_THE_PAST' | 'TOO_FAR'>> {
  const personne = await findSuivie(tx, actor, 'parcours.follow', { code })
  if (personne === null) return refuse('NOT_FOUND')
  const known = structureId === null || (await tx.structure.count({ where: { id: structureId } })) > 0
  if (!known) return refuse('UNKNOWN_STRUCTURE')
  const faulty = refusDate(toParis(rendezVous.le).date, now)
  if (faulty !== null) return refuse(faulty)
  const { id, organisationId } = personne
  return done(
    await tx.rendezVous.create({
      data: { ...rendezVous, structureId, personneId: id, organisationId, creeLe: now },
      select: { id: true },
    }),
  )
}

function refusDate(day: CivilDate, now: Date): 'IN_THE_PAST' | 'TOO_FAR' | null {
  const today = toParis(now).date
  if (day < today) return 'IN_THE_PAST'
  return day > addDays(today, HORIZON_JOURS) ? 'TOO_FAR' : null
}

type RendezVousRefusal =
  'NOT_FOUND' | 'DONE_ALREADY' | 'STALE_VERSION' | 'NOT_YET' | 'IN_THE_PAST' | 'TOO_FAR'

/** She came. */
export function keepRendezVous(context: Context, vu: RendezVousVu): Promise<Result<null, RendezVousRefusal>> {
  return close(context, vu, { statut: 'TENU', action: 'rendez-vous.keep' })
}

/** It does not take place, whoever said so. */
export function cancelRendezVous(
  context: Context,
  vu: RendezVousVu,
): Promise<Result<null, RendezVousRefusal>> {
  return close(context, vu, { statut: 'ANNULE', action: 'rendez-vous.cancel' })
}

/** She did not come: the appointment is closed and the team has something to do about it, in the same transaction. */
export function missRendezVous(
  context: Context,
  { moyen, pourLe, ...vu }: RendezVousManque,
): Promise<Result<null, RendezVousRefusal>> {
  return close(context, vu, { statut: 'MANQUE', action: 'rendez-vous.miss', relance: { moyen, pourLe } })
}

type Closing = {
  statut: 'TENU' | 'ANNULE' | 'MANQUE'
  action: string
  relance?: Pick<RendezVousManque, 'moyen' | 'pourLe'>
}

async function close(
  context: Context,
  vu: RendezVousVu,
  closing: Closing,
): Promise<Result<null, RendezVousRefusal>> {
  const result = await tryToClose(context, vu, closing)
  await writeJournal(context, {
    action: closing.action,
    objet: 'rendez-vous',
    objetId: vu.id,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToClose(
  { actor, now, tx }: Context,
  { id, version }: RendezVousVu,
  { statut, relance }: Closing,
): Promise<Result<null, RendezVousRefusal>> {
  const rendezVous = await tx.rendezVous.findUnique({ where: { id } })
  if (rendezVous === null) return refuse('NOT_FOUND')
  const { personneId, organisationId, le } = rendezVous
  if ((await findSuivie(tx, actor, 'parcours.follow', { id: personneId })) === null)
    return refuse('NOT_FOUND')
  if (rendezVous.statut !== 'PREVU') return refuse('DONE_ALREADY')
  if (isTooSoon(statut, le, now)) return refuse('NOT_YET')
  const faulty = relance === undefined ? null : refusDate(relance.pourLe, now)
  if (faulty !== null) return refuse(faulty)
  const { count } = await tx.rendezVous.updateMany({
    where: { id, version, statut: 'PREVU' },
    data: { statut, statutLe: now, version: { increment: 1 } },
  })
  if (count === 0) return refuse('STALE_VERSION')
  if (relance !== undefined) {
    const { moyen, pourLe } = relance
    await tx.relance.create({
      data: {
        organisationId,
        personneId,
        rendezVousId: id,
        moyen,
        pourLe: toDatabaseDate(pourLe),
        ouverteLe: now,
      },
    })
  }
  return done(null)
}

/** Missed only once the hour has come; kept from the morning of the day on, for who comes early. */
function isTooSoon(statut: Closing['statut'], le: Date, now: Date): boolean {
  if (statut === 'ANNULE') return false
  return statut === 'MANQUE' ? le > now : toParis(le).date > toParis(now).date
}

type RelanceRefusal = 'NOT_FOUND' | 'DONE_ALREADY' | 'STALE_VERSION' | 'IN_THE_PAST' | 'TOO_FAR'

/** Contact is made again; with a new appointment of the same kind, at the same place, when a date was agreed. */
export async function resumeContact(
  context: Context,
  reprise: Reprise,
): Promise<Result<null, RelanceRefusal>> {
  const result = await tryToResume(context, reprise)
  await writeJournal(context, {
    action: 'relances.resume',
    objet: 'relance',
    objetId: reprise.id,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToResume(
  context: Context,
  { id, version, nouveauLe, accompagne }: Reprise,
): Promise<Result<null, RelanceRefusal>> {
  const { now, tx } = context
  const relance = await findRelance(context, id)
  if (relance === null) return refuse('NOT_FOUND')
  if (relance.statut !== 'A_FAIRE') return refuse('DONE_ALREADY')
  const faulty = nouveauLe === null ? null : refusDate(toParis(nouveauLe).date, now)
  if (faulty !== null) return refuse(faulty)
  const { count } = await tx.relance.updateMany({
    where: { id, version, statut: 'A_FAIRE' },
    data: { statut: 'REPRISE', closeLe: now, version: { increment: 1 } },
  })
  if (count === 0) return refuse('STALE_VERSION')
  if (nouveauLe === null) return done(null)
  const { organisationId, personneId, rendezVous } = relance
  const { kind, structureId } = rendezVous
  const nouveau = await tx.rendezVous.create({
    data: { organisationId, personneId, kind, structureId, accompagne, le: nouveauLe, creeLe: now },
    select: { id: true },
  })
  await tx.relance.update({ where: { id }, data: { nouveauId: nouveau.id } })
  return done(null)
}

/** Not found for now: another day to try, or left there until she comes back. */
export async function postponeRelance(
  context: Context,
  sansContact: SansContact,
): Promise<Result<null, RelanceRefusal>> {
  const result = await tryToPostpone(context, sansContact)
  await writeJournal(context, {
    action: 'relances.postpone',
    objet: 'relance',
    objetId: sansContact.id,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToPostpone(
  context: Context,
  { id, version, pourLe }: SansContact,
): Promise<Result<null, RelanceRefusal>> {
  const { now, tx } = context
  const relance = await findRelance(context, id)
  if (relance === null) return refuse('NOT_FOUND')
  if (relance.statut !== 'A_FAIRE') return refuse('DONE_ALREADY')
  const faulty = pourLe === null ? null : refusDate(pourLe, now)
  if (faulty !== null) return refuse(faulty)
  const { count } = await tx.relance.updateMany({
    where: { id, version, statut: 'A_FAIRE' },
    data: {
      version: { increment: 1 },
      ...(pourLe === null ? { statut: 'SANS_CONTACT', closeLe: now } : { pourLe: toDatabaseDate(pourLe) }),
    },
  })
  return count === 0 ? refuse('STALE_VERSION') : done(null)
}

async function findRelance({ actor, tx }: Context, id: string) {
  const relance = await tx.relance.findUnique({ where: { id }, include: { rendezVous: true } })
  if (relance === null) return null
  const followed = await findSuivie(tx, actor, 'parcours.follow', { id: relance.personneId })
  return followed === null ? null : relance
}
