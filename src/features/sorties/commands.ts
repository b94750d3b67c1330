import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import {
  type BlocageLeve,
  type BlocageSaisi,
  type PisteSaisie,
  type PisteSuivie,
  type PlanSaisi,
  type PlanVu,
  type VerificationSaisie,
  verificationPrevue,
} from '@/domain/parcours/sortie'
import { findSejourSuivi, findSuivie } from '@/features/suivies/queries'

/** Opens the exit plan of somebody followed; one at most is open. */
export async function openPlan(
  context: Context,
  saisie: PlanSaisi,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'PLAN_OPEN' | 'IN_THE_PAST'>> {
  const result = await tryToOpen(context, saisie)
  await writeJournal(context, {
    action: 'sorties.plan',
    objet: 'plan-sortie',
    ...(result.ok ? { objetId: result.value.id } : { refus: result.reason }),
  })
  return result
}

async function tryToOpen(
  { actor, now, tx }: Context,
  { code, vise, pourLe }: PlanSaisi,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'PLAN_OPEN' | 'IN_THE_PAST'>> {
  const personne = await findSuivie(tx, actor, 'parcours.follow', { code })
  if (personne === null) return refuse('NOT_FOUND')
  if (pourLe !== null && pourLe < toParis(now).date) return refuse('IN_THE_PAST')
  const { id: personneId, organisationId } = personne
  if ((await tx.planSortie.count({ where: { personneId, closLe: null } })) > 0) return refuse('PLAN_OPEN')
  return done(
    await tx.planSortie.create({
      data: {
        personneId,
        organisationId,
        vise,
        pourLe: pourLe === null ? null : toDatabaseDate(pourLe),
        creeLe: now,
      },
      select: { id: true },
    }),
  )
}

type PlanRefusal = 'NOT_FOUND' | 'PLAN_CLOSED'

/** The plan is over: the person has left, or another begins. */
export function closePlan(
  context: Context,
  { id, version }: PlanVu,
): Promise<Result<null, PlanRefusal | 'STALE_VERSION'>> {
  return onPlan(context, { planId: id, action: 'sorties.close' }, async () => {
    const { count } = await context.tx.planSortie.updateMany({
      where: { id, version, closLe: null },
      data: { closLe: context.now, version: { increment: 1 } },
    })
    return count === 1 ? done(null) : refuse('STALE_VERSION')
  })
}

/** One more destination tried. */
export function addPiste(
  context: Context,
  { planId, destination, structureId }: PisteSaisie,
): Promise<Result<null, PlanRefusal | 'UNKNOWN_STRUCTURE'>> {
  const { now, tx } = context
  return onPlan(context, { planId, action: 'sorties.try' }, async (organisationId) => {
    const known = structureId === null || (await tx.structure.count({ where: { id: structureId } })) > 0
    if (!known) return refuse('UNKNOWN_STRUCTURE')
    await tx.pisteSortie.create({
      data: { planId, organisationId, destination, structureId, demandeeLe: now, statutLe: now },
    })
    return done(null)
  })
}

/** Where a destination tried has come to. */
export async function followPiste(
  context: Context,
  { id, version, statut }: PisteSuivie,
): Promise<Result<null, PlanRefusal | 'STALE_VERSION'>> {
  const piste = await context.tx.pisteSortie.findUnique({ where: { id }, select: { planId: true } })
  return onPlan(context, { planId: piste?.planId ?? null, action: 'sorties.follow' }, async () => {
    const { count } = await context.tx.pisteSortie.updateMany({
      where: { id, version },
      data: { statut, statutLe: context.now, version: { increment: 1 } },
    })
    return count === 1 ? done(null) : refuse('STALE_VERSION')
  })
}

/** Something stands in the way. Said once while it lasts. */
export function addBlocage(
  context: Context,
  { planId, kind }: BlocageSaisi,
): Promise<Result<null, PlanRefusal | 'DONE_ALREADY'>> {
  const { now, tx } = context
  return onPlan(context, { planId, action: 'sorties.block' }, async (organisationId) => {
    if ((await tx.blocageSortie.count({ where: { planId, kind, leveLe: null } })) > 0)
      return refuse('DONE_ALREADY')
    await tx.blocageSortie.create({ data: { planId, organisationId, kind, depuis: now } })
    return done(null)
  })
}

/** It stands in the way no longer. */
export async function liftBlocage(
  context: Context,
  { id }: BlocageLeve,
): Promise<Result<null, PlanRefusal | 'DONE_ALREADY'>> {
  const blocage = await context.tx.blocageSortie.findUnique({ where: { id }, select: { planId: true } })
  return onPlan(context, { planId: blocage?.planId ?? null, action: 'sorties.unblock' }, async () => {
    const { count } = await context.tx.blocageSortie.updateMany({
      where: { id, leveLe: null },
      data: { leveLe: context.now },
    })
    return count === 1 ? done(null) : refuse('DONE_ALREADY')
  })
}

/** Does the work on an open plan of a person the actor follows, under the plan's lock, and writes the line of the journal. */
async function onPlan<Refused extends string>(
  context: Context,
  { planId, action }: { planId: string | null; action: string },
  work: (organisationId: string) => Promise<Result<null, Refused>>,
): Promise<Result<null, Refused | PlanRefusal>> {
  const plan = planId === null ? null : await lockPlan(context, planId)
  const result =
    plan === null
      ? refuse('NOT_FOUND')
      : plan.closLe !== null
        ? refuse('PLAN_CLOSED')
        : await work(plan.organisationId)
  await writeJournal(context, {
    action,
    objet: 'plan-sortie',
    ...(planId === null ? {} : { objetId: planId }),
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function lockPlan({ actor, tx }: Context, id: string) {
  await tx.$queryRaw`SELECT id FROM plans_sortie WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const plan = await tx.planSortie.findUnique({ where: { id } })
  if (plan === null) return null
  const followed = await findSuivie(tx, actor, 'parcours.follow', { id: plan.personneId })
  return followed === null ? null : plan
}

/**
 * Three and six months later, whether it holds. Said by whoever sheltered or by whoever keeps the follow-up; the exit itself
 * is not rewritten.
 */
export async function checkSortie(
  context: Context,
  saisie: VerificationSaisie,
): Promise<Result<null, 'NOT_FOUND' | 'TOO_EARLY' | 'DONE_ALREADY'>> {
  const result = await tryToCheck(context, saisie)
  await writeJournal(context, {
    action: 'sorties.check',
    objet: 'sortie',
    objetId: saisie.sortieId,
    ...(result.ok ? { details: { mois: saisie.mois } } : { refus: result.reason }),
  })
  return result
}

async function tryToCheck(
  { actor, now, tx }: Context,
  { sortieId, mois, stable }: VerificationSaisie,
): Promise<Result<null, 'NOT_FOUND' | 'TOO_EARLY' | 'DONE_ALREADY'>> {
  const sortie = await tx.sortie.findUnique({ where: { id: sortieId } })
  if (sortie === null) return refuse('NOT_FOUND')
  if ((await findSejourSuivi(tx, actor, sortie.occupationId)) === null) return refuse('NOT_FOUND')
  if (toParis(now).date < verificationPrevue(sortie.le, mois)) return refuse('TOO_EARLY')
  const column = mois === 3 ? 'verifiee3' : 'verifiee6'
  const { count } = await tx.sortie.updateMany({
    where: { id: sortieId, [column]: null },
    data: { [column]: stable },
  })
  return count === 1 ? done(null) : refuse('DONE_ALREADY')
}
