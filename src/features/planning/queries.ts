import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { addDays, type CivilDate, fromDatabaseDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { nuitsDe } from '@/domain/planning/semaine'
import { type Creneau, type FaitsSecteur, type LigneSecteur, tableauSemaine } from '@/domain/planning/tableau'
import { communes } from '@/domain/territoire/communes'

/** One week: sectors with something planned, wanted or done; `sansRien` names the others. `equipes`: the viewer's own, by name. */
export type Semaine = {
  lundi: CivilDate
  nuits: CivilDate[]
  lignes: LigneSecteur[]
  sansRien: string[]
  equipes: string[]
}

/** The week from this Monday: the viewer's own rounds whole, the others' as sector and hour. Null without the right. */
export async function readSemainePrevue(viewer: Viewer, lundi: CivilDate): Promise<Semaine | null> {
  if (!can(viewer, 'planning.read')) return null
  const nuits = nuitsDe(lundi)
  return readAs(viewer, async (tx) => {
    const creneaux = [...(await selectOwn(tx, viewer, lundi)), ...(await selectOthers(tx, lundi))]
    const lignes = tableauSemaine(nuits, communes, creneaux, await selectFaits(tx, lundi))
    const shown = new Set(lignes.map(({ code }) => code))
    const sansRien = communes.filter(({ code }) => !shown.has(code)).map(({ nom }) => nom)
    return { lundi, nuits, lignes, sansRien, equipes: await selectEquipes(tx, viewer) }
  })
}

/** The round that was done of a planned one: same organisation, night and sector, begun within two hours; the nearest. */
async function selectOwn(tx: Transaction, viewer: Viewer, lundi: CivilDate): Promise<Creneau[]> {
  const [from, to] = bounds(lundi)
  const rows = await tx.$queryRaw<(Omit<Creneau, 'nuit'> & { nuit: Date })[]>`
    SELECT t.id, t.secteur_code::text AS "secteurCode", t.nuit, t.debut, t.fin, t.equipe, t.mode::text, t.version, m.id AS "maraudeId"
    FROM tournees t LEFT JOIN LATERAL (
      SELECT m.id FROM maraudes m
      WHERE m.organisation_id = t.organisation_id AND m.nuit = t.nuit AND m.secteur_code = t.secteur_code
        AND m.debut BETWEEN t.debut - interval '2 hours' AND t.debut + interval '2 hours'
      ORDER BY greatest(m.debut, t.debut) - least(m.debut, t.debut) LIMIT 1
    ) m ON true
    WHERE t.organisation_id = ${viewer.organisationId}::uuid AND t.annulee_le IS NULL AND t.nuit >= ${from} AND t.nuit < ${to}`
  return rows.map(({ nuit, ...row }) => ({ ...row, nuit: fromDatabaseDate(nuit) }))
}

async function selectOthers(tx: Transaction, lundi: CivilDate): Promise<Creneau[]> {
  const [from, to] = bounds(lundi)
  const rows = await tx.$queryRaw<{ secteurCode: string; nuit: Date; debut: Date; fin: Date }[]>`
    SELECT secteur_code AS "secteurCode", nuit, debut, fin FROM tournees_des_autres(${from}::date, ${to}::date)`
  const unknown = { id: null, equipe: null, mode: null, version: null, maraudeId: null }
  return rows.map(({ nuit, ...row }) => ({ ...unknown, ...row, nuit: fromDatabaseDate(nuit) }))
}

async function selectFaits(tx: Transaction, lundi: CivilDate): Promise<Map<string, FaitsSecteur>> {
  const [from, to] = bounds(lundi)
  const rows = await tx.$queryRaw<(FaitsSecteur & { code: string })[]>`
    SELECT c.code::text, o.heures AS objectif, coalesce(round(h.minutes / 6.0) / 10, 0)::float8 AS faites, p.le AS dernier
    FROM communes c
    LEFT JOIN objectifs o ON o.secteur_code = c.code AND daterange(o.du, o.au) @> ${from}::date
    LEFT JOIN heures_faites(${from}::date, ${to}::date) h ON h.secteur_code = c.code
    LEFT JOIN derniers_passages() p ON p.commune_code = c.code`
  return new Map(rows.map(({ code, ...faits }) => [code, faits]))
}

async function selectEquipes(tx: Transaction, { organisationId }: Viewer): Promise<string[]> {
  if (organisationId === null) return []
  const found = await tx.tournee.findMany({
    where: { organisationId },
    distinct: ['equipe'],
    select: { equipe: true },
    orderBy: { equipe: 'asc' },
    take: 50,
  })
  return found.map(({ equipe }) => equipe)
}

function bounds(lundi: CivilDate): [from: Date, to: Date] {
  return [toDatabaseDate(lundi), toDatabaseDate(addDays(lundi, 7))]
}
