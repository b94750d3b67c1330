import 'server-only'
import { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { reach } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Demande } from '@/domain/rapports/demande'
import type { Fait, NomFonction, Referentiel, Seuils } from '@/domain/rapports/fait'
import { maraudes } from '@/domain/rapports/faits/presence'
import { axeOf, type Compte, protectFait } from '@/domain/rapports/lecture'
import { type Nuits, nightsToCount } from '@/domain/rapports/nuits'
import { buildSection, type Section } from '@/domain/rapports/section'
import { departementSchema } from '@/domain/territoire/territoire'
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
}

/**
 * Counts what is asked, over the nights that have come, from the rows that the viewer's role reaches (decided in the base:
 * migration 0003_rapports). Null: this account reads no report.
 */
export async function readRapport(viewer: Viewer, demande: Demande, now: Date): Promise<Rapport | null> {
  const portee = reach(viewer, 'rapports.read')
  if (portee === 'AUCUNE') return null
  const faits = [...new Set(demande.indicateurs.map(({ fait }) => fait))]
  const counted = await readAs(viewer, async (tx) => {
    const referentiel = await readReferentiel(tx)
    const comptes = new Map<Fait, Compte[]>()
    for (const fait of faits)
      comptes.set(fait, await countFait(tx, fait, nightsToCount(demande.periode, fait, now), referentiel))
    return {
      referentiel,
      comptes,
      maraudesOuvertes: await countOpenMaraudes(
        tx,
        nightsToCount(demande.periode, maraudes, now),
        referentiel,
      ),
      organisation: portee === 'TERRITOIRE' ? null : await readOrganisation(tx, viewer),
    }
  })
  const { referentiel, comptes, maraudesOuvertes, organisation } = counted
  const seuils = { simple: env.SMALL_NUMBERS_THRESHOLD, sante: env.SMALL_NUMBERS_HEALTH_THRESHOLD }
  const tables = new Map(
    faits.map((fait) => [fait, protectFait(fait, referentiel, comptes.get(fait) ?? [], seuils)]),
  )
  return {
    organisation,
    calculeLe: now,
    seuils,
    maraudesOuvertes,
    sections: demande.indicateurs.flatMap((indicateur) => {
      const table = tables.get(indicateur.fait)
      return table ? buildSection(indicateur, demande, table) : []
    }),
  }
}

const fonctions: Record<NomFonction, Prisma.Sql> = {
  heures: Prisma.sql`rapport_heures`,
  maraudes: Prisma.sql`rapport_maraudes`,
  contacts: Prisma.sql`rapport_contacts`,
  materiel: Prisma.sql`rapport_materiel`,
  besoins: Prisma.sql`rapport_besoins`,
  orientations: Prisma.sql`rapport_orientations`,
  refus: Prisma.sql`rapport_refus`,
  places: Prisma.sql`rapport_places`,
}

/** Everything the fact counts, along its axis. The arrays say, pair by pair, which atom belongs to which line. */
function countFait(
  tx: Transaction,
  fait: Fait,
  { du, au }: Nuits,
  referentiel: Referentiel,
): Promise<Compte[]> {
  const pairs = axeOf(fait, referentiel).flatMap(({ cle, atomes }) =>
    atomes.map((atome) => ({ atome, noeud: cle })),
  )
  return tx.$queryRaw<Compte[]>`
    SELECT ligne, colonne, valeur, effectif
    FROM ${fonctions[fait.fonction]}(
      ${du}::date, ${au}::date,
      ${pairs.map(({ atome }) => atome)}::text[], ${pairs.map(({ noeud }) => noeud)}::text[])`
}

async function countOpenMaraudes(tx: Transaction, nuits: Nuits, referentiel: Referentiel): Promise<number> {
  const comptes = await countFait(tx, maraudes, nuits, referentiel)
  return comptes.find(({ ligne, colonne }) => ligne === 'ensemble' && colonne === 'ouvertes')?.valeur ?? 0
}

async function readReferentiel(tx: Transaction): Promise<Referentiel> {
  const articles = await tx.article.findMany({
    where: { contenus: { none: {} } },
    select: { code: true, libelle: true, groupe: true },
    orderBy: { ordre: 'asc' },
  })
  const dispositifs = await tx.$queryRaw<
    { slug: string; nom: string; structure: string; departement: string }[]
  >`
    SELECT slug, nom, structure, departement::text FROM rapport_dispositifs ORDER BY structure, nom, slug`
  return {
    articles,
    dispositifs: dispositifs.map((dispositif) => ({
      ...dispositif,
      departement: departementSchema.parse(dispositif.departement),
    })),
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
