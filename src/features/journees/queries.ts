import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs } from '@/db/transaction'
import { type CivilDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type Bilan, bilanDe, type MaraudeDuJour } from '@/domain/maraudes/journee'

/** The rounds of one team over a day of work, and what they add up to. */
export type EquipeDuJour = { equipe: string; maraudes: MaraudeDuJour[]; bilan: Bilan }

/** A planned round of the day that nothing received answers to. */
export type NonRecue = { equipe: string; secteur: string; debut: Date; fin: Date }

/** A day of work, noon to noon: by team, together, and what was planned and has not come. */
export type Journee = { jour: CivilDate; equipes: EquipeDuJour[]; bilan: Bilan; nonRecues: NonRecue[] }

const withStops = {
  secteur: { select: { nom: true } },
  auteur: { select: { fonction: true } },
  arrets: {
    where: { statut: 'ACTIF' },
    orderBy: [{ arrivee: 'asc' }, { id: 'asc' }],
    include: {
      commune: { select: { nom: true } },
      structure: { select: { nom: true } },
      rencontres: true,
      materiels: { include: { article: { select: { libelle: true } } } },
      besoins: true,
      incidents: true,
    },
  },
} as const satisfies Prisma.MaraudeInclude

/** The day of the viewer's organisation. Figures count active stops, closed or still out. Null without the right. */
export async function readJournee(viewer: Viewer, jour: CivilDate, now: Date): Promise<Journee | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'maraudes.read', { organisationId })) return null
  const nuit = toDatabaseDate(jour)
  return readAs(viewer, async (tx) => {
    const rows = await tx.maraude.findMany({
      where: { organisationId, nuit },
      orderBy: [{ debut: 'asc' }, { id: 'asc' }],
      include: withStops,
    })
    const nonRecues = await tx.$queryRaw<NonRecue[]>`
      SELECT t.equipe, c.nom AS secteur, t.debut, t.fin FROM tournees t JOIN communes c ON c.code = t.secteur_code
      WHERE t.organisation_id = ${organisationId}::uuid AND t.nuit = ${nuit} AND t.annulee_le IS NULL AND t.fin < ${now}
        AND NOT EXISTS (SELECT FROM maraudes m WHERE m.organisation_id = t.organisation_id AND m.nuit = t.nuit
          AND m.secteur_code = t.secteur_code AND m.debut BETWEEN t.debut - interval '2 hours' AND t.debut + interval '2 hours')
      ORDER BY t.debut`
    const maraudes = rows.map(asMaraude)
    const names = [...new Set(maraudes.map(({ equipe }) => equipe))]
    const equipes = names.map((equipe) => {
      const own = maraudes.filter((maraude) => maraude.equipe === equipe)
      return { equipe, maraudes: own, bilan: bilanDe(own) }
    })
    return { jour, equipes, bilan: bilanDe(maraudes), nonRecues }
  })
}

type Ligne = Prisma.MaraudeGetPayload<{ include: typeof withStops }>

function asMaraude({ secteur, auteur, equipe, arrets, ...row }: Ligne): MaraudeDuJour {
  return {
    id: row.id,
    equipe: auteur.fonction,
    secteur: secteur?.nom ?? null,
    effectif: equipe,
    partenaires: row.partenaires,
    debut: row.debut,
    fin: row.fin,
    transmission: row.transmission,
    arrets: arrets.map(({ lieu, commune, structure, materiels, ...arret }) => ({
      ...arret,
      lieu: structure?.nom ?? lieu ?? commune.nom,
      materiel: materiels.map(({ sens, quantite, article }) => ({
        sens,
        quantite,
        libelle: article.libelle,
      })),
    })),
  }
}
