import 'server-only'
import { setImmediate as nextStatementSent } from 'node:timers/promises'
import pLimit from 'p-limit'
import { Prisma } from '@/db/generated/client'
import { readSideBySide, type Transaction } from '@/db/transaction'
import { reach } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Demande } from '@/domain/rapports/demande'
import { dispositifConnuSchema } from '@/domain/rapports/axe-dispositifs'
import { organisationConnueSchema } from '@/domain/rapports/axe-organisations'
import { structureConnueSchema } from '@/domain/rapports/axe-structures'
import type { Ligne } from '@/domain/rapports/axes'
import type { ExportAncien } from '@/domain/rapports/exports-anciens'
import {
  type Fait,
  type FonctionParAtome,
  type FonctionParNoeud,
  isCountedByNode,
  type Referentiel,
  type Seuils,
} from '@/domain/rapports/fait'
import { maraudes } from '@/domain/rapports/faits/presence'
import {
  addAlong,
  axeOf,
  type Compte,
  type CompteAtome,
  type Lecture,
  protectFait,
  protectPair,
} from '@/domain/rapports/lecture'
import { type Nuits, nightsToCount, spanOf } from '@/domain/rapports/nuits'
import type { Periode } from '@/domain/rapports/periode'
import { periodeBefore } from '@/domain/rapports/periodes-courantes'
import { buildSection, type Section } from '@/domain/rapports/section'
import { readFichiersRemis, readRecoupement } from '@/features/recoupements/queries'
import { env } from '@/lib/env'

/** A report computed now: one section by indicator, in the order asked. Hidden cells hold no figure any more. */
export type Rapport = {
  /** null: every organisation of both departments; else the name of the only one it counts */
  organisation: string | null
  calculeLe: Date
  seuils: Seuils
  /** rounds of the period not closed yet, whose hours are missing */
  maraudesOuvertes: number
  sections: readonly Section[]
  /** the period before, when the figures are set beside its own */
  avant: Periode | null
}

/** A whole year of every figure, on a machine that does something else too. */
const LONGEST_COUNT_MS = 30_000

/**
 * Counts what is asked, over the nights that have come, from the rows that the viewer's role reaches (decided in the base:
 * migration 0003_rapports). Null: this account reads no report.
 */
export async function readRapport(viewer: Viewer, demande: Demande, now: Date): Promise<Rapport | null> {
  const avant = demande.comparer === 'precedente' ? periodeBefore(demande.periode) : null
  const rapports = await readRapports(viewer, demande.periode, [demande], now, avant)
  return rapports?.[0] ?? null
}

/**
 * Several reports of the same period, counted at one instant: rows that two of them show are counted and protected once. `avant`:
 * another period to set beside it, protected together with it.
 */
export async function readRapports(
  viewer: Viewer,
  periode: Periode,
  demandes: readonly Pick<Demande, 'indicateurs' | 'par' | 'departement'>[],
  now: Date,
  avant: Periode | null = null,
): Promise<readonly Rapport[] | null> {
  const portee = reach(viewer, 'rapports.read')
  if (portee === 'AUCUNE') return null
  const faits = [...new Set(demandes.flatMap(({ indicateurs }) => indicateurs.map(({ fait }) => fait)))]
  const seuils = { simple: env.SMALL_NUMBERS_THRESHOLD, sante: env.SMALL_NUMBERS_HEALTH_THRESHOLD }
  const counted = await readSideBySide(
    viewer,
    async (connections) => {
      const [tx] = connections
      const referentiel = await readReferentiel(tx)
      const organisationId = portee === 'TERRITOIRE' ? null : viewer.organisationId
      const count = counterOn(connections, referentiel)
      return {
        lectures: await readLectures(tx, faits, {
          periode,
          avant,
          referentiel,
          now,
          organisationId,
          seuils,
          count,
        }),
        maraudesOuvertes: openMaraudesOf(await count(maraudes, nightsToCount(periode, maraudes, now))),
        organisation: portee === 'TERRITOIRE' ? null : await readOrganisation(tx, viewer),
      }
    },
    { timeout: LONGEST_COUNT_MS },
  )
  const { lectures, maraudesOuvertes, organisation } = counted
  return demandes.map((demande) => ({
    organisation,
    calculeLe: now,
    seuils,
    maraudesOuvertes,
    sections: demande.indicateurs.flatMap((indicateur) => {
      const lues = lectures.get(indicateur.fait)
      return lues ? buildSection(indicateur, demande, lues.lecture, lues.avant) : []
    }),
    avant,
  }))
}

type Etendue = {
  periode: Periode
  avant: Periode | null
  referentiel: Referentiel
  now: Date
  organisationId: string | null
  seuils: Seuils
  count: Counter
}

/** How everything is counted in one report. */
type Counter = (fait: Fait, nuits: Nuits) => Promise<readonly Compte[]>

/** A fact over the period, and over the one before when it is asked. */
type Lectures = { lecture: Lecture; avant: Lecture | null }

/** What each fact counts, protected beside the earlier files that overlap it: while one is protected, the base counts the next. */
async function readLectures(tx: Transaction, faits: readonly Fait[], etendue: Etendue) {
  const { periode, avant, organisationId, now, count } = etendue
  const nuits = avant ? spanOf(avant, periode) : periode
  const remis = await readFichiersRemis(tx, faits, nuits, organisationId)
  for (const fait of faits) {
    // Whoever needs this count awaits it, and is told if it fails.
    count(fait, nightsToCount(periode, fait, now)).catch(() => {})
  }
  const lectures = new Map<Fait, Lectures>()
  for (const fait of faits) lectures.set(fait, await readLecture(fait, remis.get(fait) ?? [], etendue))
  return lectures
}

async function readLecture(fait: Fait, remis: readonly ExportAncien[], etendue: Etendue): Promise<Lectures> {
  const { periode, avant, referentiel, seuils, now } = etendue
  const nuits = nightsToCount(periode, fait, now)
  const cote = avant && nightsToCount(avant, fait, now)
  const count = (counted: Nuits) => etendue.count(fait, counted)
  const comptes = await count(nuits)
  await nextStatementSent()
  const recoupement = await readRecoupement({ fait, referentiel, nuits, cote, remis, count })
  if (recoupement?.cote) {
    return protectPair(fait, referentiel, comptes, seuils, { ...recoupement, cote: recoupement.cote })
  }
  const lecture = protectFait(fait, referentiel, comptes, seuils, recoupement)
  return {
    lecture,
    avant: avant && (await readLecture(fait, remis, { ...etendue, periode: avant, avant: null })).lecture,
  }
}

/**
 * Facts that share their rows (what is given and what is recovered) are counted together, once over the same nights; each
 * connection counts one thing at a time.
 */
function counterOn(connections: readonly Transaction[], referentiel: Referentiel): Counter {
  const known = new Map<string, Promise<readonly Compte[]>>()
  const idle = [...connections]
  const inTurn = pLimit(connections.length)
  async function countOnIdle(fait: Fait, nuits: Nuits): Promise<readonly Compte[]> {
    const tx = idle.pop()
    if (tx === undefined) throw new Error('aucune connexion libre')
    try {
      return await countFait(tx, fait, nuits, referentiel)
    } finally {
      idle.push(tx)
    }
  }
  return (fait, nuits) => {
    const key = `${fait.fonction} ${nuits.du} ${nuits.au}`
    const counted = known.get(key) ?? inTurn(() => countOnIdle(fait, nuits))
    known.set(key, counted)
    return counted
  }
}

/** Everything that the rows of the fact count, along its axis. */
async function countFait(
  tx: Transaction,
  fait: Fait,
  nuits: Nuits,
  referentiel: Referentiel,
): Promise<readonly Compte[]> {
  const axe = axeOf(fait, referentiel)
  const { fonction } = fait
  if (isCountedByNode(fonction)) return countByNode(tx, fonction, nuits, axe)
  return addAlong(axe, await countByAtom(tx, fonction, nuits), fait)
}

const parAtome: Record<FonctionParAtome, Prisma.Sql> = {
  heures: Prisma.sql`rapport_heures`,
  contacts: Prisma.sql`rapport_contacts`,
  materiel: Prisma.sql`rapport_materiel`,
  besoins: Prisma.sql`rapport_besoins`,
  actes: Prisma.sql`rapport_actes`,
  orientations: Prisma.sql`rapport_orientations`,
  refus: Prisma.sql`rapport_refus`,
  places: Prisma.sql`rapport_places`,
  sejours: Prisma.sql`rapport_sejours`,
  file_active: Prisma.sql`rapport_file_active`,
  registre: Prisma.sql`rapport_registre`,
  reprises: Prisma.sql`rapport_reprises`,
  demarches: Prisma.sql`rapport_demarches`,
  montees: Prisma.sql`rapport_montees`,
}

function countByAtom(tx: Transaction, fonction: FonctionParAtome, { du, au }: Nuits): Promise<CompteAtome[]> {
  return tx.$queryRaw<CompteAtome[]>`
    SELECT atome, colonne, valeur, effectif FROM ${parAtome[fonction]}(${du}::date, ${au}::date)`
}

const parNoeud: Record<FonctionParNoeud, Prisma.Sql> = {
  maraudes: Prisma.sql`rapport_maraudes`,
  visites: Prisma.sql`rapport_visites`,
  delais: Prisma.sql`rapport_delais`,
  durees: Prisma.sql`rapport_durees`,
  repos: Prisma.sql`rapport_repos`,
  attentes: Prisma.sql`rapport_attentes`,
}

/** The arrays say, pair by pair, which atom belongs to which line. */
function countByNode(
  tx: Transaction,
  fonction: FonctionParNoeud,
  { du, au }: Nuits,
  axe: readonly Ligne[],
): Promise<Compte[]> {
  const pairs = axe.flatMap(({ cle, atomes }) => atomes.map((atome) => ({ atome, noeud: cle })))
  return tx.$queryRaw<Compte[]>`
    SELECT ligne, colonne, valeur, effectif
    FROM ${parNoeud[fonction]}(
      ${du}::date, ${au}::date,
      ${pairs.map(({ atome }) => atome)}::text[], ${pairs.map(({ noeud }) => noeud)}::text[])`
}

function openMaraudesOf(comptes: readonly Compte[]): number {
  return comptes.find(({ ligne, colonne }) => ligne === 'ensemble' && colonne === 'ouvertes')?.valeur ?? 0
}

/** The lists that lines and columns are made of, as far as the reader's report may name them. */
export async function readReferentiel(tx: Transaction): Promise<Referentiel> {
  const articles = await tx.article.findMany({
    where: { contenus: { none: {} } },
    select: { code: true, libelle: true, groupe: true },
    orderBy: { ordre: 'asc' },
  })
  const dispositifs = await tx.$queryRaw<unknown[]>`
    SELECT slug, nom, departement::text, kind::text, structure, structure_slug AS "structureSlug",
      organisation, organisation_slug AS "organisationSlug"
    FROM rapport_dispositifs ORDER BY structure, nom, slug`
  const structures = await tx.$queryRaw<unknown[]>`
    SELECT slug, nom, departement::text FROM rapport_structures ORDER BY departement, nom, slug`
  const organisations = await tx.$queryRaw<
    unknown[]
  >`SELECT slug, nom FROM rapport_organisations ORDER BY nom, slug`
  return {
    articles,
    dispositifs: dispositifs.map((dispositif) => dispositifConnuSchema.parse(dispositif)),
    structures: structures.map((structure) => structureConnueSchema.parse(structure)),
    organisations: organisations.map((organisation) => organisationConnueSchema.parse(organisation)),
  }
}

async function readOrganisation(tx: Transaction, { organisationId }: Viewer): Promise<string> {
  if (organisationId === null) return 'Aucune organisation'
  const { nom } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { nom: true },
  })
  return nom
}
