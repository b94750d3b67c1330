import 'server-only'
import type { Transaction } from '@/db/transaction'
import { catalogue } from '@/domain/rapports/catalogue'
import { type ExportAncien, exportAncienSchema, gatherAnciens } from '@/domain/rapports/exports-anciens'
import type { Fait, Referentiel } from '@/domain/rapports/fait'
import type { Compte } from '@/domain/rapports/lecture'
import type { Nuits } from '@/domain/rapports/nuits'
import { type Ancien, type Recoupement, windowsLeft } from '@/domain/rapports/recoupement'

/** What is asked of earlier files: the fact, its nights, whose figures they are, and how to count it over other nights. */
export type Question = {
  fait: Fait
  referentiel: Referentiel
  nuits: Nuits
  /** null: both departments */
  organisationId: string | null
  /** nights shown beside these on the same screen; null: none */
  cote: Nuits | null
  count: (nuits: Nuits) => Promise<readonly Compte[]>
}

/**
 * Earlier files of the same fact and the same scope whose nights overlap these, with what a subtraction of both would give.
 * Null: there are none, or the fact counts no person. Nights shown beside these are part of it when one of these files overlaps both:
 * without it, nothing links them.
 */
export async function readRecoupement(tx: Transaction, question: Question): Promise<Recoupement | null> {
  const { fait, referentiel, nuits, cote, count } = question
  const isProtected = fait.colonnes(referentiel).some(({ seuil }) => seuil !== 'AUCUN')
  if (!isProtected || nuits.au < nuits.du) return null
  const toutes = cote ? spanOf(nuits, cote) : nuits
  const exports = await readExports(tx, question, toutes)
  const alone = gatherAnciens(fait, referentiel, nuits, exports)
  if (alone.length === 0) return null
  if (cote === null || !alone.some((ancien) => overlaps(ancien.nuits, cote)))
    return countAround([nuits], alone, question)
  const anciens = gatherAnciens(fait, referentiel, toutes, exports)
  const counted = await countAround([nuits, cote], anciens, question)
  return { ...counted, cote: { nuits: cote, comptes: await count(cote) } }
}

/** Files of this fact and of this scope, over these nights. */
async function readExports(
  tx: Transaction,
  { fait, organisationId }: Question,
  { du, au }: Nuits,
): Promise<readonly ExportAncien[]> {
  const siens = catalogue.filter((indicateur) => indicateur.fait === fait).map(({ id }) => id)
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (indicateur, parametres) cree_le AS "creeLe", parametres
    FROM exports
    WHERE indicateur = ANY (${siens}) AND parametres ->> 'organisationId' IS NOT DISTINCT FROM ${organisationId}::text
      AND parametres ->> 'du' <= ${au} AND parametres ->> 'au' >= ${du}
    ORDER BY indicateur, parametres, cree_le`
  return rows.map((row) => exportAncienSchema.parse(row))
}

/** Counts what earlier files counted, and what a subtraction of them and of the nights shown gives. */
async function countAround(
  shown: readonly Nuits[],
  anciens: readonly Ancien[],
  { nuits, count }: Question,
): Promise<Recoupement> {
  const counted = []
  for (const ancien of anciens) counted.push({ ...ancien, comptes: await count(ancien.nuits) })
  const restes = []
  for (const reste of windowsLeft([...shown, ...anciens.map((ancien) => ancien.nuits)])) {
    restes.push({ nuits: reste, comptes: await count(reste) })
  }
  return { nuits, anciens: counted, restes }
}

function overlaps(some: Nuits, others: Nuits): boolean {
  return some.du <= others.au && some.au >= others.du
}

/** From the first night of both to the last. */
function spanOf(some: Nuits, others: Nuits): Nuits {
  return {
    du: some.du < others.du ? some.du : others.du,
    au: some.au > others.au ? some.au : others.au,
  }
}
