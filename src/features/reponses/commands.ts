import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { type Done, done, type Refusal, refuse, type Result } from '@/domain/commun/result'
import { LIEN_JOURS, type ReponseParLien } from '@/domain/orientations/lien'
import type { OrientationVue } from '@/domain/orientations/reponse'
import {
  acceptOrientation,
  type AcceptRefusal,
  type PassageRefusal,
  refuseOrientation,
} from '@/features/passages/commands'
import { promiseEntry } from '@/features/promesses/commands'
import { isAnswerable } from './queries'

const DAY_MS = 24 * 3_600_000

/**
 * Opens an address by which whoever holds it may answer this orientation once, without an account, for eight days. The former one of the
 * same orientation stops serving. `empreinte` is all the base keeps of it. Refuses LINK_NOT_POSSIBLE when the request is asked of all
 * or answered, STALE_VERSION, NOT_FOUND.
 */
export async function openLink(
  context: Context,
  { id, version, empreinte }: OrientationVue & { empreinte: string },
): Promise<Result<{ expireLe: Date }, 'NOT_FOUND' | 'STALE_VERSION' | 'LINK_NOT_POSSIBLE'>> {
  const result = await tryToOpen(context, id, version, empreinte)
  await writeJournal(context, {
    action: 'orientations.open-link',
    objet: 'orientation',
    objetId: id,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToOpen(
  context: Context,
  id: string,
  version: number,
  empreinte: string,
): Promise<Result<{ expireLe: Date }, 'NOT_FOUND' | 'STALE_VERSION' | 'LINK_NOT_POSSIBLE'>> {
  const { actor, now, tx } = context
  const state = await isAnswerable(context, id)
  if (state === null) return refuse('NOT_FOUND')
  if (state.version !== version) return refuse('STALE_VERSION')
  if (!state.answerable) return refuse('LINK_NOT_POSSIBLE')
  await tx.lienReponse.updateMany({
    where: { orientationId: id, utiliseLe: null, revoqueLe: null },
    data: { revoqueLe: now },
  })
  const expireLe = new Date(now.getTime() + LIEN_JOURS * DAY_MS)
  await tx.lienReponse.create({
    data: { orientationId: id, empreinte, creeLe: now, creePar: actor.compteId, expireLe },
  })
  return done({ expireLe })
}

type LinkRefusal = Refusal<PassageRefusal | 'LINK_OVER' | 'HAS_PLACES' | 'DATE_PAST'> | AcceptRefusal

/**
 * Answers through a link, as the receiver, on that orientation alone. The link serves once: of two answers at the same moment, the
 * second reads LINK_OVER. What is refused (no place left, say) leaves the link as it was.
 */
export async function answerByLink(
  context: Context,
  { lienId, ...reponse }: ReponseParLien & { lienId: string },
): Promise<Done<unknown> | LinkRefusal> {
  const { actor, now, tx } = context
  const { orientationId } = actor
  if (orientationId === undefined) return refuse('LINK_OVER')
  // The row of the link is what two answers at once wait for.
  const [lien] = await tx.$queryRaw<unknown[]>`
    SELECT id FROM liens_reponse WHERE id = ${lienId}::uuid AND orientation_id = ${orientationId}::uuid
      AND utilise_le IS NULL AND revoque_le IS NULL AND expire_le > ${now} FOR UPDATE`
  const result = lien === undefined ? refuse('LINK_OVER') : await answer(context, orientationId, reponse)
  if (result.ok) await tx.lienReponse.update({ where: { id: lienId }, data: { utiliseLe: now } })
  await writeJournal(context, {
    action: 'orientations.answer-by-link',
    objet: 'orientation',
    objetId: orientationId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function answer(
  context: Context,
  id: string,
  reponse: ReponseParLien,
): Promise<Done<unknown> | LinkRefusal> {
  const state = await isAnswerable(context, id)
  if (state === null || !state.answerable) return refuse('LINK_OVER')
  const vue = { id, version: state.version }
  switch (reponse.reponse) {
    case 'PLACE':
      return acceptOrientation(context, { ...vue, dispositifId: null, placeId: null })
    case 'DATE':
      return promiseEntry(context, { ...vue, dispositifId: null, entreePrevue: reponse.entreePrevue })
    case 'REFUS':
      return refuseOrientation(context, { ...vue, motif: reponse.motif, suite: reponse.suite })
  }
}
