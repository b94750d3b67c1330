import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockOrientationRow } from '@/db/lock'
import { type Sonnerie, sonnerieDe } from '@/domain/orientations/delais'
import { moveOrientation } from '@/features/passages/commands'
import { done } from '@/domain/commun/result'
import { findAttente } from './queries'

/**
 * Lets the clock that has struck do its act on one orientation: end it with who was late (freeing what was held), note a reminder to
 * the receiver, note to the one responsible that nothing moves. Does nothing when none has struck, or when it was heard already.
 * @returns what was done, null for nothing
 */
export async function strikeOrientation(context: Context, id: string): Promise<Sonnerie['acte'] | null> {
  const { tx, now } = context
  await lockOrientationRow(context, id)
  const found = await findAttente(tx, id)
  const sonnerie = found && sonnerieDe(found.attente, found, now)
  if (!sonnerie) return null
  if (sonnerie.acte !== 'FIN') return note(context, id, sonnerie.acte)
  const { vers: to, motif } = sonnerie
  const move = {
    vue: { id, version: null },
    to,
    cote: 'HORLOGE',
    action: 'orientations.expire',
    motif,
  } as const
  const moved = await moveOrientation(context, move, async () => done(null))
  return moved.ok ? 'FIN' : null
}

async function note(context: Context, id: string, acte: 'RAPPEL' | 'BLOCAGE'): Promise<'RAPPEL' | 'BLOCAGE'> {
  const { tx, now } = context
  const heard = acte === 'RAPPEL' ? { relanceeLe: now } : { signaleeLe: now }
  await tx.orientation.update({ where: { id }, data: heard })
  const action = acte === 'RAPPEL' ? 'orientations.remind' : 'orientations.stall'
  await writeJournal(context, { action, objet: 'orientation', objetId: id })
  return acte
}
