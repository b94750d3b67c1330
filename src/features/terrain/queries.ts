import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { can, reach } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { groupesArticle, type GroupeArticle } from '@/domain/maraudes/articles'
import { pointOf, pointOfAdresses } from '@/domain/structures/resume'
import type { DemandeSuivie, DispositifDuPaquet, Paquet } from '@/domain/sync/paquet'
import { findCommune } from '@/domain/territoire/territoire'
import { env } from '@/lib/env'
import { readSealingKey } from '@/lib/sealing-keys'
import { tilesCredit } from '@/lib/tiles'

/** What this account's tablet takes along; null when the account logs no round. Nothing in it names or counts a person. */
export async function readPaquet(viewer: Viewer, now: Date): Promise<Paquet | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'maraudes.log', { organisationId })) return null
  const scellement = await readSealingKey()
  return readAs(viewer, async (tx) => {
    const organisation = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } })
    const [structures, prescripteurs, dispositifs, articles, partenaires] = [
      await listPlaces(tx),
      await listPrescripteurs(tx, viewer, organisationId),
      reach(viewer, 'orientations.ask') === 'AUCUNE' ? [] : await listDispositifs(tx, now),
      await listArticles(tx),
      await listPartenaires(tx, organisationId),
    ]
    return {
      version: 1,
      compte: { id: viewer.compteId, fonction: viewer.fonction, organisation: organisation.nom },
      isDemonstration: organisation.demonstration,
      scellement,
      oubliApresHeures: env.DEVICE_FORGET_HOURS,
      structures,
      prescripteurs,
      dispositifs,
      articles,
      partenaires,
      fournisseurDuPlan: tilesCredit,
    }
  })
}

async function listPlaces(tx: Transaction): Promise<Paquet['structures']> {
  const rows = await tx.structure.findMany({
    where: { confidentiel: false, communeCode: { not: null }, statut: 'OUVERTE' },
    select: {
      id: true,
      nom: true,
      kind: true,
      communeCode: true,
      adresses: {
        select: { au: true, longitude: true, latitude: true },
        orderBy: { du: { sort: 'desc', nulls: 'last' } },
      },
    },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ communeCode, adresses, ...row }) => {
    const commune = findCommune(communeCode ?? '')
    if (commune === undefined) return []
    const point = pointOf({ confidentiel: false, adresse: pointOfAdresses(adresses), commune })
    return [{ ...row, communeCode: commune.code, ...(point !== null && { point }) }]
  })
}

/** Those of the account's own roles first: the first one is proposed. */
async function listPrescripteurs(
  tx: Transaction,
  viewer: Viewer,
  organisationId: string,
): Promise<Paquet['prescripteurs']> {
  const rows = await tx.structure.findMany({
    where: { organisationId },
    select: { id: true, nom: true },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
  })
  const own = new Set(viewer.attributions.map(({ structureId }) => structureId))
  return rows
    .filter(({ id }) => can(viewer, 'orientations.ask', { organisationId, structureId: id }))
    .toSorted((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)))
}

type LigneDispositif = Omit<DispositifDuPaquet, 'libresLe'> & { libresLe: Date | null }

async function listDispositifs(tx: Transaction, now: Date): Promise<DispositifDuPaquet[]> {
  const rows = await tx.$queryRaw<LigneDispositif[]>`
    SELECT d.id, d.nom, s.nom AS structure, d.departement, libre.libres, libre.change_le AS "libresLe"
    FROM dispositifs d
    JOIN structures s ON s.id = d.structure_id
    LEFT JOIN disponibilites_a(${now}) libre ON libre.dispositif_id = d.id
    WHERE d.oriente AND d.statut = 'OUVERTE'
    ORDER BY s.nom, d.nom, d.id`
  return rows.map(({ libresLe, ...row }) => ({ ...row, libresLe: libresLe?.toISOString() ?? null }))
}

async function listArticles(tx: Transaction): Promise<Paquet['articles']> {
  const rows = await tx.article.findMany({
    include: { contenus: true },
    orderBy: [{ ordre: 'asc' }, { code: 'asc' }],
  })
  return rows.flatMap(({ code, libelle, groupe, unite, actif, contenus }) =>
    isGroupe(groupe) ? [{ code, libelle, groupe, unite, actif, ...kitOf(contenus) }] : [],
  )
}

function isGroupe(groupe: string): groupe is GroupeArticle {
  return groupe in groupesArticle
}

function kitOf(contenus: readonly { articleCode: string; quantite: number }[]): {
  contenu?: Record<string, number>
} {
  if (contenus.length === 0) return {}
  return { contenu: Object.fromEntries(contenus.map(({ articleCode, quantite }) => [articleCode, quantite])) }
}

async function listPartenaires(tx: Transaction, organisationId: string): Promise<string[]> {
  const rows = await tx.organisation.findMany({
    where: { id: { not: organisationId }, structures: { some: {} } },
    select: { nom: true },
    orderBy: { nom: 'asc' },
  })
  return rows.map(({ nom }) => nom)
}

const FOLLOWED_MS = 36 * 3_600_000

/** Where the requests this account made in the last day and a half stand, the latest first. */
export async function listDemandes(viewer: Viewer, now: Date): Promise<DemandeSuivie[]> {
  if (reach(viewer, 'orientations.read') === 'AUCUNE') return []
  const rows = await readAs(viewer, (tx) =>
    tx.orientation.findMany({
      where: { auteurId: viewer.compteId, creeeLe: { gt: new Date(now.getTime() - FOLLOWED_MS) } },
      orderBy: [{ creeeLe: 'desc' }, { id: 'desc' }],
      take: 50,
      select: {
        id: true,
        statut: true,
        motif: true,
        suite: true,
        receveur: { select: { nom: true, structure: { select: { nom: true } } } },
        occupations: { where: { etat: 'TENUE' }, select: { expireLe: true }, take: 1 },
      },
    }),
  )
  return rows.map(({ receveur, occupations, ...row }) => ({
    ...row,
    dispositif: receveur?.nom ?? null,
    structure: receveur?.structure.nom ?? null,
    tenueJusqua: occupations[0]?.expireLe?.toISOString() ?? null,
  }))
}
