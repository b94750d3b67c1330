import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockOrientationRow } from '@/db/lock'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { FinSuivi, OrientationVue, ReponseRemise } from '@/domain/orientations/reponse'
import { findSuivi, type Suivi } from './queries'

type SuiviRefusal = 'NOT_FOUND' | 'STALE_VERSION' | 'NOT_RESPONSIBLE' | 'HANDOVER_PENDING' | 'NOT_POSSIBLE'
type Outcome = Promise<Result<null, SuiviRefusal>>

/** The structure that answers for the follow-up proposes it to the other side of the orientation. It keeps it until the other accepts. */
export function proposeHandover(context: Context, vue: OrientationVue): Outcome {
  return change(context, 'suivis.propose', vue, async ({ id, responsable, autre, remise }) => {
    if (autre === null) return refuse('NOT_POSSIBLE')
    if (remise !== null) return refuse('HANDOVER_PENDING')
    const { tx, now, actor } = context
    const sides = { deId: responsable.id, versId: autre.id }
    await tx.remiseSuivi.create({
      data: { orientationId: id, ...sides, demandeeLe: now, demandeePar: actor.compteId },
    })
    return done(null)
  })
}

/** The follow-up ends, with its day and its reason: nobody is left to think that somebody else does it. */
export function endFollowUp(context: Context, { motif, ...vue }: FinSuivi): Outcome {
  return change(context, 'suivis.end', vue, async ({ id }) => {
    const { tx, now } = context
    await tx.orientation.update({
      where: { id },
      data: { suiviFiniLe: now, suiviFinMotif: motif, version: { increment: 1 } },
    })
    return done(null)
  })
}

/** The other side takes the follow-up over, or not. Accepted, it answers for it from now on. */
export async function answerHandover(context: Context, { id, acceptee }: ReponseRemise): Outcome {
  const result = await tryToAnswer(context, id, acceptee === 'oui')
  await writeJournal(context, {
    action: 'suivis.answer',
    objet: 'remise',
    objetId: id,
    ...(result.ok ? { details: { acceptee } } : { refus: result.reason }),
  })
  return result
}

async function tryToAnswer(context: Context, id: string, acceptee: boolean): Outcome {
  const { tx, now, actor } = context
  const remise = await tx.remiseSuivi.findUnique({
    where: { id },
    select: { orientationId: true, versId: true, vers: { select: { organisationId: true } } },
  })
  const scope = remise && { structureId: remise.versId, organisationId: remise.vers.organisationId }
  if (remise === null || !can(actor, 'orientations.answer', scope ?? undefined)) return refuse('NOT_FOUND')
  const { count } = await tx.remiseSuivi.updateMany({
    where: { id, repondueLe: null },
    data: { repondueLe: now, reponduePar: actor.compteId, acceptee },
  })
  if (count === 0) return refuse('STALE_VERSION')
  if (!acceptee) return done(null)
  await tx.orientation.update({
    where: { id: remise.orientationId },
    data: { responsableId: remise.versId, version: { increment: 1 } },
  })
  return done(null)
}

/** One act of the structure that answers for a follow-up not ended, if the orientation is as the screen showed it. */
async function change(
  context: Context,
  action: string,
  { id, version }: OrientationVue,
  write: (suivi: Suivi) => Outcome,
): Outcome {
  const result = await open(context, id, version)
  const written = result.ok ? await write(result.value) : result
  await writeJournal(context, {
    action,
    objet: 'orientation',
    objetId: id,
    ...(written.ok ? {} : { refus: written.reason }),
  })
  return written
}

async function open(context: Context, id: string, version: number): Promise<Result<Suivi, SuiviRefusal>> {
  const { tx, actor } = context
  await lockOrientationRow(context, id)
  const suivi = await findSuivi(tx, id)
  if (suivi === null) return refuse('NOT_FOUND')
  const { responsable } = suivi
  const subject = { structureId: responsable.id, organisationId: responsable.organisationId }
  if (!can(actor, 'orientations.answer', subject)) return refuse('NOT_RESPONSIBLE')
  if (suivi.finiLe !== null) return refuse('NOT_POSSIBLE')
  return suivi.version === version ? done(suivi) : refuse('STALE_VERSION')
}
