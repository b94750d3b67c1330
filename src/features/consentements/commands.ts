import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { done, refuse, type Result } from '@/domain/commun/result'
import type { OrientationVue } from '@/domain/orientations/reponse'
import { statutsOuverts } from '@/domain/orientations/statuts'
import { moveOrientation, type PassageRefusal } from '@/features/passages/commands'
import { lockOrientation } from '@/features/passages/queries'

/**
 * The person takes her agreement back (CSP L1110-4): the receiver stops seeing her at once. A request still open is withdrawn in the
 * same transaction and its held place freed; a stay goes on, without her code for those who receive her. Refuses NO_CONSENT when none
 * was given, or when it was taken back already.
 */
export async function withdrawConsent(
  context: Context,
  vue: OrientationVue,
): Promise<Result<null, PassageRefusal | 'NO_CONSENT'>> {
  const opened = await context.tx.orientation.findFirst({
    where: { id: vue.id, statut: { in: [...statutsOuverts] } },
    select: { id: true },
  })
  if (opened === null) return withdrawAfterwards(context, vue)
  const move = { vue, to: 'RETIREE', cote: 'PRESCRIPTEUR', motif: 'ACCORD_RETIRE' } as const
  return moveOrientation(context, { ...move, action: 'orientations.withdraw-consent' }, () =>
    revoke(context, vue.id),
  )
}

async function withdrawAfterwards(
  context: Context,
  { id, version }: OrientationVue,
): Promise<Result<null, PassageRefusal | 'NO_CONSENT'>> {
  const result = await tryToRevoke(context, id, version)
  await writeJournal(context, {
    action: 'orientations.withdraw-consent',
    objet: 'orientation',
    objetId: id,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function tryToRevoke(
  context: Context,
  id: string,
  version: number,
): Promise<Result<null, PassageRefusal | 'NO_CONSENT'>> {
  const locked = await lockOrientation(context, id, 'PERSONNE', false)
  if (!locked.ok) return locked
  if (locked.value.version !== version) return refuse('STALE_VERSION')
  return revoke(context, id)
}

async function revoke(
  { actor, now, tx }: Context,
  orientationId: string,
): Promise<Result<null, 'NO_CONSENT'>> {
  const { count } = await tx.consentement.updateMany({
    where: { orientationId, retireLe: null },
    data: { retireLe: now, retirePar: actor.compteId },
  })
  return count === 1 ? done(null) : refuse('NO_CONSENT')
}
