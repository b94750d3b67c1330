import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { done, refuse, type Result } from '@/domain/commun/result'
import { faitsEnonces } from '@/domain/structures/fiche'
import { champsRestants } from '@/domain/structures/fraicheur'
import { readStructure } from './queries'

/**
 * Somebody of the structure says that everything its sheet states is right, now. What it does not state stays « à vérifier ».
 * Refuses NOT_FOUND for a structure that does not exist or that the actor may not confirm.
 */
export async function confirmStructure(
  context: Context,
  { slug }: { slug: string },
): Promise<Result<{ confirmeeLe: Date }, 'NOT_FOUND'>> {
  const { actor, now, tx } = context
  const fiche = await readStructure(tx, actor, slug, now)
  if (fiche === null || !fiche.peutConfirmer) {
    await writeJournal(context, {
      action: 'structures.confirm',
      objet: 'structure',
      objetId: fiche?.id ?? slug,
      refus: 'NOT_FOUND',
    })
    return refuse('NOT_FOUND')
  }
  const aVerifier = champsRestants(fiche.aVerifier, faitsEnonces(fiche))
  await tx.structure.update({
    where: { id: fiche.id },
    data: { confirmeeLe: now, aVerifier, version: { increment: 1 } },
  })
  const leves = fiche.aVerifier.filter((champ) => !aVerifier.includes(champ))
  await writeJournal(context, {
    action: 'structures.confirm',
    objet: 'structure',
    objetId: fiche.id,
    details: { leves },
  })
  return done({ confirmeeLe: now })
}
