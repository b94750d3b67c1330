import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { ENROLEMENT_MINUTES } from '@/domain/appareils/enrolement'
import type { DemandeRevocation, RefusAppareil } from '@/domain/appareils/revocation'
import { can } from '@/domain/comptes/can'
import { done, refuse, type Result } from '@/domain/commun/result'

/**
 * Opens fifteen minutes during which one tablet may become one of the organisation's. `empreinte` is all the base keeps of
 * the code. Refuses DROIT_ABSENT.
 */
export async function openEnrolement(
  context: Context,
  { libelle, empreinte }: { libelle: string; empreinte: string },
): Promise<Result<{ libelle: string; expireLe: Date }, RefusAppareil>> {
  const { actor, now, tx } = context
  const { organisationId } = actor
  if (organisationId === null || !can(actor, 'appareils.manage', { organisationId }))
    return refuse('DROIT_ABSENT')
  const expireLe = new Date(now.getTime() + ENROLEMENT_MINUTES * 60_000)
  const { id } = await tx.enrolement.create({
    data: { organisationId, libelle, code: empreinte, parId: actor.compteId, creeLe: now, expireLe },
    select: { id: true },
  })
  await writeJournal(context, { action: 'appareils.open', objet: 'enrolement', objetId: id })
  return done({ libelle, expireLe })
}

/**
 * Puts a tablet out of use from its next contact, when it hears that it must erase what it keeps. Nothing received is
 * touched. Refuses INTROUVABLE, DEJA_REVOQUE (somebody else did it first).
 */
export async function revokeAppareil(
  context: Context,
  { id, motif }: DemandeRevocation,
): Promise<Result<{ enAttente: number }, RefusAppareil>> {
  const { actor, now, tx } = context
  const organisationId = actor.organisationId ?? ''
  const line = { action: 'appareils.revoke', objet: 'appareil', objetId: id }
  const appareil = await tx.appareil.findFirst({ where: { id, organisationId }, select: { enAttente: true } })
  if (appareil === null || !can(actor, 'appareils.manage', { organisationId })) return refuse('INTROUVABLE')
  const { count } = await tx.appareil.updateMany({
    where: { id, organisationId, revoqueLe: null },
    data: { revoqueLe: now, revocation: motif },
  })
  if (count === 0) {
    await writeJournal(context, { ...line, refus: 'DEJA_REVOQUE' })
    return refuse('DEJA_REVOQUE')
  }
  await writeJournal(context, { ...line, details: { motif, enAttente: appareil.enAttente } })
  return done({ enAttente: appareil.enAttente })
}
