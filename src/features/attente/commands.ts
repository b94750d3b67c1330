import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { lockDispositifs } from '@/db/lock'
import { done, refuse, type Result } from '@/domain/commun/result'
import type { ChangementRang, MiseEnAttente } from '@/domain/orientations/attente'
import { moveOrientation, type PassageRefusal } from '@/features/passages/commands'
import { lockOrientation } from '@/features/passages/queries'
import { listRangs } from './queries'

/** Above any real rank: ranks pass by there, so that no two are equal while they change. */
const ASIDE = 1_000_000

/** The receiver puts a request in line, behind the others, with the criteria of that day, frozen. */
export function enterLine(
  context: Context,
  { criteres, ...vue }: MiseEnAttente,
): Promise<Result<{ rang: number }, PassageRefusal>> {
  const move = { vue, to: 'EN_ATTENTE', cote: 'STRUCTURE', action: 'attente.enter' } as const
  return moveOrientation(context, move, async ({ id, receveurDispositifId: dispositifId }) => {
    // Asked of all: nobody's line. `lockOrientation` has refused it already (NOT_ADDRESSED).
    if (dispositifId === null) return refuse('NOT_POSSIBLE')
    await lockDispositifs(context, [dispositifId])
    const line = await listRangs(context.tx, dispositifId)
    const rang = Math.max(0, ...line.map((each) => each.rang)) + 1
    await write(context, { orientationId: id, dispositifId, deRang: null, versRang: rang, motif: 'ENTREE' })
    return {
      ...done({ rang: line.length + 1 }),
      changes: { rang, criteres, attenteLe: context.now },
      details: { rang: line.length + 1 },
    }
  })
}

/** The receiver changes somebody's place in line, with a coded reason that all who ask will read. */
export async function changeRank(
  context: Context,
  change: ChangementRang,
): Promise<Result<{ rang: number }, PassageRefusal>> {
  const result = await tryToChangeRank(context, change)
  await writeJournal(context, {
    action: 'attente.move',
    objet: 'orientation',
    objetId: change.id,
    ...(result.ok ? { details: { rang: result.value.rang } } : { refus: result.reason }),
  })
  return result
}

async function tryToChangeRank(
  context: Context,
  { id, version, versRang, motif }: ChangementRang,
): Promise<Result<{ rang: number }, PassageRefusal>> {
  const locked = await lockOrientation(context, id, 'STRUCTURE', false)
  if (!locked.ok) return locked
  const { receveurDispositifId: dispositifId, statut } = locked.value
  if (statut !== 'EN_ATTENTE' || dispositifId === null) return refuse('NOT_POSSIBLE')
  if (locked.value.version !== version) return refuse('STALE_VERSION')
  await lockDispositifs(context, [dispositifId])
  const line = (await listRangs(context.tx, dispositifId)).map((each) => each.id)
  const from = line.indexOf(id)
  const to = Math.min(versRang, line.length)
  if (to === from + 1) return done({ rang: to })
  const moved = line.toSpliced(from, 1).toSpliced(to - 1, 0, id)
  await renumber(context, moved)
  await context.tx.orientation.update({ where: { id }, data: { version: { increment: 1 } } })
  await write(context, { orientationId: id, dispositifId, deRang: from + 1, versRang: to, motif })
  return done({ rang: to })
}

async function renumber({ tx }: Context, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`UPDATE orientations SET rang = rang + ${ASIDE} WHERE id = ANY(${[...ids]}::uuid[])`
  await tx.$executeRaw`
    UPDATE orientations o SET rang = line.rang
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS line (id, rang) WHERE o.id = line.id`
}

type Mouvement = {
  orientationId: string
  dispositifId: string
  deRang: number | null
  versRang: number
  motif: string
}

async function write({ actor, now, tx }: Context, mouvement: Mouvement): Promise<void> {
  await tx.mouvementAttente.create({ data: { ...mouvement, le: now, compteId: actor.compteId } })
}
