import 'server-only'
import type { Transaction } from '@/db/transaction'
import { catalogue } from '@/domain/rapports/catalogue'
import { exportAncienSchema, gatherAnciens } from '@/domain/rapports/exports-anciens'
import type { Fait, Referentiel } from '@/domain/rapports/fait'
import type { Compte } from '@/domain/rapports/lecture'
import type { Nuits } from '@/domain/rapports/nuits'
import { type Recoupement, windowsLeft } from '@/domain/rapports/recoupement'

/** What is asked of earlier files: the fact, its nights, whose figures they are, and how to count it over other nights. */
export type Question = {
  fait: Fait
  referentiel: Referentiel
  nuits: Nuits
  /** null: both departments */
  organisationId: string | null
  count: (nuits: Nuits) => Promise<readonly Compte[]>
}

/**
 * Earlier files of the same fact and the same scope whose nights overlap these, with what a subtraction of both would give.
 * Null: there are none, or the fact counts no person.
 */
export async function readRecoupement(tx: Transaction, question: Question): Promise<Recoupement | null> {
  const { fait, referentiel, nuits, organisationId, count } = question
  const isProtected = fait.colonnes(referentiel).some(({ seuil }) => seuil !== 'AUCUN')
  if (!isProtected || nuits.au < nuits.du) return null
  const siens = catalogue.filter((indicateur) => indicateur.fait === fait).map(({ id }) => id)
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (indicateur, parametres) cree_le AS "creeLe", parametres
    FROM exports
    WHERE indicateur = ANY (${siens}) AND parametres ->> 'organisationId' IS NOT DISTINCT FROM ${organisationId}::text
      AND parametres ->> 'du' <= ${nuits.au} AND parametres ->> 'au' >= ${nuits.du}
    ORDER BY indicateur, parametres, cree_le`
  const exports = rows.map((row) => exportAncienSchema.parse(row))
  const anciens = gatherAnciens(fait, referentiel, nuits, exports)
  if (anciens.length === 0) return null
  const counted = []
  for (const ancien of anciens) counted.push({ ...ancien, comptes: await count(ancien.nuits) })
  const restes = []
  for (const reste of windowsLeft([nuits, ...anciens.map((ancien) => ancien.nuits)])) {
    restes.push({ nuits: reste, comptes: await count(reste) })
  }
  return { nuits, anciens: counted, restes }
}
