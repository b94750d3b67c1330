import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import {
  type Change,
  type Keep,
  MOST_KEPT,
  plainQuestion,
  type RefusEnregistre,
  type Subscribe,
} from '@/domain/enregistres/enregistre'

/** Keeps what a report asks, under a name. Refused: INTERDIT, SANS_RAPPORT, TROP; NOM_PRIS is the base's own word (`rapports_enregistres_nom`). */
export async function keepRapport(
  context: Context,
  { nom, question }: Keep,
): Promise<Result<{ id: string }, RefusEnregistre>> {
  const { actor, now, tx } = context
  const { compteId, organisationId } = actor
  const plain = plainQuestion(question, workDayOf(now))
  const refus = (await refusalOfKeep(context)) ?? (plain === null ? 'SANS_RAPPORT' : null)
  if (refus !== null || plain === null) return refused(context, 'enregistres.keep', refus ?? 'SANS_RAPPORT')
  const { id } = await tx.rapportEnregistre.create({
    data: { compteId, organisationId, nom, question: plain, creeLe: now, modifieLe: now },
    select: { id: true },
  })
  await writeJournal(context, {
    action: 'enregistres.keep',
    objet: 'rapport',
    objetId: id,
    details: { question: plain },
  })
  return done({ id })
}

async function refusalOfKeep({ actor, tx }: Context): Promise<RefusEnregistre | null> {
  if (!can(actor, 'rapports.keep')) return 'INTERDIT'
  const kept = await tx.rapportEnregistre.count({ where: { compteId: actor.compteId } })
  return kept >= MOST_KEPT ? 'TROP' : null
}

/** Renames one's own saved report, and shares it or not. Refused: INTERDIT, INCONNU, SANS_ORGANISATION; NOM_PRIS is the base's own word. */
export async function changeRapport(
  context: Context,
  { id, nom, partage }: Change,
): Promise<Result<null, RefusEnregistre>> {
  const { actor, now, tx } = context
  const action = 'enregistres.change'
  if (!can(actor, 'rapports.keep')) return refused(context, action, 'INTERDIT', id)
  if (partage && actor.organisationId === null) return refused(context, action, 'SANS_ORGANISATION', id)
  const { count } = await tx.rapportEnregistre.updateMany({
    where: { id, compteId: actor.compteId },
    data: { nom, partage, modifieLe: now },
  })
  if (count === 0) return refused(context, action, 'INCONNU', id)
  await writeJournal(context, { action, objet: 'rapport', objetId: id, details: { partage } })
  return done(null)
}

/** Takes one's own saved report away, and the links that were to be sent of it. Refused: INTERDIT, INCONNU. */
export async function removeRapport(
  context: Context,
  { id }: { id: string },
): Promise<Result<null, RefusEnregistre>> {
  const { actor, tx } = context
  const action = 'enregistres.remove'
  if (!can(actor, 'rapports.keep')) return refused(context, action, 'INTERDIT', id)
  const { count } = await tx.rapportEnregistre.deleteMany({ where: { id, compteId: actor.compteId } })
  if (count === 0) return refused(context, action, 'INCONNU', id)
  await writeJournal(context, { action, objet: 'rapport', objetId: id })
  return done(null)
}

/** Sends the link of a report to who asks, from the next due date on; or no more. Refused: INTERDIT, INCONNU. */
export async function subscribeRapport(
  context: Context,
  { id, rythme }: Subscribe,
): Promise<Result<null, RefusEnregistre>> {
  const { actor, now, tx } = context
  const action = rythme === null ? 'enregistres.unsubscribe' : 'enregistres.subscribe'
  if (!can(actor, 'rapports.keep')) return refused(context, action, 'INTERDIT', id)
  const found = await tx.rapportEnregistre.findUnique({ where: { id }, select: { id: true } })
  if (found === null) return refused(context, action, 'INCONNU', id)
  const key = { rapportId: id, compteId: actor.compteId }
  if (rythme === null) await tx.abonnementRapport.deleteMany({ where: key })
  else {
    const data = { rythme, depuis: now }
    await tx.abonnementRapport.upsert({
      where: { rapportId_compteId: key },
      create: { ...key, ...data },
      update: data,
    })
  }
  await writeJournal(context, { action, objet: 'rapport', objetId: id, details: { rythme } })
  return done(null)
}

async function refused(context: Context, action: string, refus: RefusEnregistre, objetId?: string) {
  const about = objetId === undefined ? {} : { objet: 'rapport', objetId }
  await writeJournal(context, { action, refus, ...about })
  return refuse(refus)
}
