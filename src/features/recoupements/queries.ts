import 'server-only'
import type { Transaction } from '@/db/transaction'
import { catalogue } from '@/domain/rapports/catalogue'
import { type ExportAncien, exportAncienSchema, gatherAnciens } from '@/domain/rapports/exports-anciens'
import type { Fait, Referentiel } from '@/domain/rapports/fait'
import type { Compte } from '@/domain/rapports/lecture'
import { type Nuits, spanOf } from '@/domain/rapports/nuits'
import { type Ancien, type Recoupement, windowsLeft } from '@/domain/rapports/recoupement'

/** What is asked of earlier files: the fact, its nights, and how to count it over other nights. */
export type Question = {
  fait: Fait
  referentiel: Referentiel
  nuits: Nuits
  /** nights shown beside these on the same screen; null: none */
  cote: Nuits | null
  /** files of the fact and of the scope, of these nights and others: `readFichiersRemis` */
  remis: readonly ExportAncien[]
  count: (nuits: Nuits) => Promise<readonly Compte[]>
}

/**
 * Earlier files of the same fact and the same scope whose nights overlap these, with what a subtraction of both would give.
 * Null: there are none, or the fact counts no person. Nights shown beside these are part of it when one of these files overlaps both:
 * without it, nothing links them.
 */
export async function readRecoupement(question: Question): Promise<Recoupement | null> {
  const { fait, referentiel, nuits, cote, remis, count } = question
  const isProtected = fait.colonnes(referentiel).some(({ seuil }) => seuil !== 'AUCUN')
  if (!isProtected || nuits.au < nuits.du) return null
  const alone = gatherAnciens(fait, referentiel, nuits, remis)
  if (alone.length === 0) return null
  if (cote === null || !alone.some((ancien) => overlaps(ancien.nuits, cote)))
    return countAround([nuits], alone, question)
  const anciens = gatherAnciens(fait, referentiel, spanOf(nuits, cote), remis)
  const counted = await countAround([nuits, cote], anciens, question)
  return { ...counted, cote: { nuits: cote, comptes: await count(cote) } }
}

/** Files handed over of each of these facts, over these nights. `organisationId`: whose figures they hold; null: both departments. */
export async function readFichiersRemis(
  tx: Transaction,
  faits: readonly Fait[],
  { du, au }: Nuits,
  organisationId: string | null,
): Promise<ReadonlyMap<Fait, readonly ExportAncien[]>> {
  const faitOf = new Map(
    catalogue.filter(({ fait }) => faits.includes(fait)).map(({ id, fait }) => [id, fait] as const),
  )
  const rows = await tx.$queryRaw<{ indicateur: string }[]>`
    SELECT DISTINCT ON (indicateur, parametres) indicateur, cree_le AS "creeLe", parametres
    FROM exports
    WHERE indicateur = ANY (${[...faitOf.keys()]}) AND parametres ->> 'organisationId' IS NOT DISTINCT FROM ${organisationId}::text
      AND parametres ->> 'du' <= ${au} AND parametres ->> 'au' >= ${du}
    ORDER BY indicateur, parametres, cree_le`
  const remis = new Map<Fait, ExportAncien[]>(faits.map((fait) => [fait, []]))
  for (const { indicateur, ...row } of rows) {
    const fait = faitOf.get(indicateur)
    if (fait) remis.get(fait)?.push(exportAncienSchema.parse(row))
  }
  return remis
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
