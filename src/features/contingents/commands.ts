import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { addDays, fromParis, toParis } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Pret, PretVue } from '@/domain/places/contingent'
import { NOON } from '@/domain/places/sejour'

type LendRefusal =
  'NOT_FOUND' | 'START_PAST' | 'END_PAST' | 'LENT_TO_ITSELF' | 'ALREADY_LENT' | 'LENT_TOO_MUCH'

/**
 * Lends places of a device to a partner, from now or from a day on. A number, not beds: whoever comes from the partner consumes it
 * first, and nobody else can take the last places that make it up before the hour of return.
 */
export async function lendPlaces(context: Context, pret: Pret): Promise<Result<{ id: string }, LendRefusal>> {
  const result = await tryToLend(context, pret)
  await writeJournal(context, {
    action: 'contingents.lend',
    objet: 'dispositif',
    objetId: pret.dispositifId,
    ...(result.ok ? { details: { contingent: result.value.id } } : { refus: result.reason }),
  })
  return result
}

async function tryToLend(
  context: Context,
  { dispositifId, organisationId, places, retour, ...jours }: Pret,
): Promise<Result<{ id: string }, LendRefusal>> {
  const { actor, now, tx } = context
  const dispositif = await tx.dispositif.findUnique({ where: { id: dispositifId }, select: ofDispositif })
  const partner = await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true } })
  if (dispositif === null || partner === null || !can(actor, 'places.configure', dispositif))
    return refuse('NOT_FOUND')
  if (organisationId === dispositif.organisationId) return refuse('LENT_TO_ITSELF')
  const span = spanOf(jours, now)
  if (!span.ok) return span
  await lockDispositifs(context, [dispositifId])
  const { du, au } = span.value
  const refused = await refusalOf(context, { dispositifId, organisationId, places, du, au })
  if (refused !== null) return refuse(refused)
  const data = { dispositifId, organisationId, places, retour, du, au }
  return done(await tx.contingent.create({ data, select: { id: true } }))
}

const ofDispositif = { id: true, structureId: true, organisationId: true } as const

/** From now for today, from noon for a day to come, until noon. */
function spanOf(
  { du, au }: Pick<Pret, 'du' | 'au'>,
  now: Date,
): Result<{ du: Date; au: Date | null }, 'START_PAST' | 'END_PAST'> {
  const today = toParis(now).date
  if (du !== null && du < today) return refuse('START_PAST')
  const from = du === null || du === today ? now : fromParis(du, NOON)
  const to = au === null ? null : fromParis(au, NOON)
  return to !== null && to <= from ? refuse('END_PAST') : done({ du: from, au: to })
}

type Wanted = { dispositifId: string; organisationId: string; places: number; du: Date; au: Date | null }

async function refusalOf(
  { tx }: Context,
  { dispositifId, organisationId, places, du, au }: Wanted,
): Promise<'ALREADY_LENT' | 'LENT_TOO_MUCH' | null> {
  const overlapping = { ...(au && { du: { lt: au } }), OR: [{ au: null }, { au: { gt: du } }] }
  const loans = await tx.contingent.findMany({ where: { dispositifId, ...overlapping } })
  if (loans.some((loan) => loan.organisationId === organisationId)) return 'ALREADY_LENT'
  const lent = loans.reduce((sum, loan) => sum + loan.places, 0)
  const existing = await tx.place.count({
    where: { dispositifId, du: { lte: du }, OR: [{ au: null }, { au: { gt: du } }] },
  })
  return lent + places > existing ? 'LENT_TOO_MUCH' : null
}

/** A loan ends now, or the day it would have begun; what is taken on it stays taken. */
export async function endLoan(
  context: Context,
  { contingentId }: PretVue,
): Promise<Result<null, 'NOT_FOUND' | 'LOAN_OVER'>> {
  const result = await tryToEnd(context, contingentId)
  await writeJournal(context, {
    action: 'contingents.end',
    objet: 'contingent',
    objetId: contingentId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToEnd(context: Context, id: string): Promise<Result<null, 'NOT_FOUND' | 'LOAN_OVER'>> {
  const { actor, now, tx } = context
  const known = await tx.contingent.findUnique({
    where: { id },
    include: { dispositif: { select: ofDispositif } },
  })
  if (known === null || !can(actor, 'places.configure', known.dispositif)) return refuse('NOT_FOUND')
  await lockDispositifs(context, [known.dispositifId])
  const { count } = await tx.contingent.updateMany({
    where: { id, OR: [{ au: null }, { au: { gt: now } }] },
    data: { au: known.du < now ? now : fromParis(addDays(toParis(known.du).date, 1), 0) },
  })
  return count === 1 ? done(null) : refuse('LOAN_OVER')
}
