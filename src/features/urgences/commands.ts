import 'server-only'
import { uuidv7 } from 'uuidv7'
import { type Context, writeJournal } from '@/db/journal'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { AccesUrgenceDemande, RefusUrgence } from '@/domain/orientations/urgence'

const refus = {
  INTERDIT: 'NOT_FOUND',
  INCONNU: 'UNKNOWN_CODE',
  TROP: 'TOO_MANY_CODES',
} as const satisfies Record<string, RefusUrgence>

/**
 * Opens, for three hours and for this account alone, the little that says whom to call about somebody found unwell. The code is tried
 * and the reason kept even when nothing opens: five tries a day, and both structures of the request read who came and why. Refuses
 * NOT_FOUND to whoever does not accompany people, UNKNOWN_CODE, TOO_MANY_CODES.
 */
export async function openAccesUrgence(
  context: Context,
  { code, motif }: AccesUrgenceDemande,
): Promise<Result<{ id: string }, RefusUrgence>> {
  const { actor, now, tx } = context
  const id = uuidv7()
  const opened = can(actor, 'urgences.open') ? await open() : 'INTERDIT'
  const result = opened === 'OUVERT' ? done({ id }) : refuse(refus[opened])
  await writeJournal(context, {
    action: 'urgences.open',
    objet: 'acces-urgence',
    objetId: id,
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result

  async function open(): Promise<'OUVERT' | keyof typeof refus> {
    const rows = await tx.$queryRaw<{ issue: 'OUVERT' | keyof typeof refus }[]>`
      SELECT ouvrir_acces_urgence(${id}::uuid, ${code}, ${motif}, ${now}) AS issue`
    return rows[0]?.issue ?? 'INTERDIT'
  }
}
