import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import type { ConstatsSaisis, RevueSaisie } from '@/domain/parcours/suivi-sejour'
import { findSejourSuivi } from '@/features/suivies/queries'

type SejourRefusal = 'NOT_FOUND' | 'STAY_OVER'

/** The team and the person look at the stay together, and say what follows. The next review is counted from here. */
export async function holdRevue(
  context: Context,
  { occupationId, suite }: RevueSaisie,
): Promise<Result<null, SejourRefusal>> {
  const result = await onLiveStay(context, occupationId, async (organisationId) => {
    await context.tx.revue.create({ data: { occupationId, organisationId, suite, le: context.now } })
  })
  await note(context, 'revues.hold', occupationId, result)
  return result
}

/**
 * What changes since the arrival, ticked by the team on a scale. Said twice the same day by one organisation: the last one
 * stands. Beside the exit, never instead of it.
 */
export async function noteConstats(
  context: Context,
  { occupationId, constats }: ConstatsSaisis,
): Promise<Result<null, SejourRefusal>> {
  const result = await onLiveStay(context, occupationId, async (organisationId) => {
    const jour = toDatabaseDate(toParis(context.now).date)
    for (const { axe, niveau } of constats) {
      await context.tx.constat.upsert({
        where: { occupationId_organisationId_jour_axe: { occupationId, organisationId, jour, axe } },
        create: { occupationId, organisationId, jour, axe, niveau },
        update: { niveau },
      })
    }
  })
  await note(context, 'constats.note', occupationId, result)
  return result
}

async function onLiveStay(
  { actor, tx }: Context,
  occupationId: string,
  write: (organisationId: string) => Promise<void>,
): Promise<Result<null, SejourRefusal>> {
  const stay = await findSejourSuivi(tx, actor, occupationId)
  if (stay === null || actor.organisationId === null) return refuse('NOT_FOUND')
  if (stay.etat !== 'EN_COURS') return refuse('STAY_OVER')
  await write(actor.organisationId)
  return done(null)
}

async function note(
  context: Context,
  action: string,
  occupationId: string,
  result: Result<null, SejourRefusal>,
): Promise<void> {
  await writeJournal(context, {
    action,
    objet: 'occupation',
    objetId: occupationId,
    ...(result.ok ? {} : { refus: result.reason }),
  })
}
