import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { MineurCompte, MineurReconnu, ServiceMineurs } from '@/domain/parcours/mineurs'
import { withdrawOrientation } from '@/features/passages/commands'
import { findSuivie } from '@/features/suivies/queries'

/** One minor led to a service: one more in the day's count. No person, no place, no hour. */
export async function countMineur(
  context: Context,
  { service }: MineurCompte,
): Promise<Result<null, 'NOT_FOUND'>> {
  const { actor } = context
  const mine = actor.organisationId !== null && can(actor, 'mineurs.orient')
  if (mine && actor.organisationId !== null) await addOne(context, actor.organisationId, service)
  await writeJournal(context, { action: 'mineurs.count', ...(mine ? {} : { refus: 'NOT_FOUND' }) })
  return mine ? done(null) : refuse('NOT_FOUND')
}

async function addOne({ now, tx }: Context, organisationId: string, service: ServiceMineurs): Promise<void> {
  const jour = toDatabaseDate(toParis(now).date)
  await tx.mineurOriente.upsert({
    where: { organisationId_jour_service: { organisationId, jour, service } },
    create: { organisationId, jour, service, nombre: 1 },
    update: { nombre: { increment: 1 } },
  })
}

const ouvertes = ['BROUILLON', 'ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE'] as const

/**
 * Somebody followed turns out to be a minor: her open requests are withdrawn (what was held is free), her file is anonymised at
 * once, and a service takes over. STAY_OPEN while she sleeps in one of our beds: nobody is put out tonight, the stay is ended
 * first, with the service.
 */
export async function recogniseMineur(
  context: Context,
  { code, service }: MineurReconnu,
): Promise<Result<{ demandes: number }, 'NOT_FOUND' | 'STAY_OPEN' | 'NOT_POSSIBLE'>> {
  const result = await tryToRecognise(context, code, service)
  // No id: the journal must not be a way back to her.
  await writeJournal(context, { action: 'mineurs.recognise', ...(result.ok ? {} : { refus: result.reason }) })
  return result
}

async function tryToRecognise(
  context: Context,
  code: string,
  service: ServiceMineurs,
): Promise<Result<{ demandes: number }, 'NOT_FOUND' | 'STAY_OPEN' | 'NOT_POSSIBLE'>> {
  const { actor, now, tx } = context
  const personne = await findSuivie(tx, actor, 'parcours.follow', { code })
  if (personne === null || !can(actor, 'mineurs.orient')) return refuse('NOT_FOUND')
  const { id: personneId, organisationId } = personne
  if ((await tx.occupation.count({ where: { personneId, etat: 'EN_COURS' } })) > 0) return refuse('STAY_OPEN')
  const requests = await tx.orientation.findMany({
    where: { personneId, statut: { in: [...ouvertes] } },
    select: { id: true, version: true },
  })
  for (const request of requests) {
    const withdrawn = await withdrawOrientation(context, { ...request, motif: 'BESOIN_CHANGE' })
    if (!withdrawn.ok) return refuse('NOT_POSSIBLE')
  }
  await tx.personne.update({ where: { id: personneId }, data: { anonymiseeLe: now } })
  await addOne(context, organisationId, service)
  return done({ demandes: requests.length })
}
