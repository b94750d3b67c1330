import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { fromDatabaseDate, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { can, reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import {
  depuisQuand,
  type IssueVisite,
  joursSansReponse,
  type QuiPrevenir,
  type RegleVisite,
  regleVisiteUsuelle,
} from '@/domain/parcours/visites'

/** The setting of a device, or the usual one. */
export async function findRegleVisite(tx: Transaction, dispositifId: string): Promise<RegleVisite> {
  const regle = await tx.regleVisite.findUnique({ where: { dispositifId } })
  return regle ?? regleVisiteUsuelle
}

/** A device whose rooms one visits. */
export type DispositifVisite = { id: string; slug: string; nom: string; structure: string }

/** Hotels and flats of the viewer's structures, by name. */
export function listTournees(viewer: Viewer): Promise<DispositifVisite[]> {
  const where = visitedBy(viewer)
  if (where === null) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const rows = await tx.dispositif.findMany({
      where: { ...where, statut: 'OUVERTE', kind: { in: ['HOTEL', 'PAVILLON', 'HEBERGEMENT'] } },
      orderBy: [{ structure: { nom: 'asc' } }, { nom: 'asc' }],
      select: { id: true, slug: true, nom: true, structure: { select: { nom: true } } },
    })
    return rows.map(({ structure, ...row }) => ({ ...row, structure: structure.nom }))
  })
}

function visitedBy(viewer: Viewer): Prisma.DispositifWhereInput | null {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'tournees.visit')) return null
  const structures = structuresWithin(viewer, 'tournees.visit')
  if (reach(viewer, 'tournees.visit') === 'ORGANISATION' || structures === 'TOUTES') return { organisationId }
  return { organisationId, structureId: { in: [...structures] } }
}

/** One door: whose, since when, what the last knock gave, and the alert if there is one. */
export type Porte = {
  occupationId: string
  libelle: string
  /** room or hotel, when the place has one */
  groupe: string | null
  code: string | null
  suivi: string | null
  derniere: { issue: IssueVisite; le: Date } | null
  vueAujourdhui: boolean
  joursSansReponse: number
  alerte: { id: string; ouverteLe: Date; prevenus: { qui: QuiPrevenir; le: Date }[] } | null
}

export type Tournee = { dispositif: DispositifVisite; regle: RegleVisite; portes: Porte[]; regler: boolean }

/** The round of today in one device: the doors in alert first, then those not visited yet. Null: not the viewer's to visit. */
export function readTournee(viewer: Viewer, slug: string, now: Date): Promise<Tournee | null> {
  const where = visitedBy(viewer)
  if (where === null) return Promise.resolve(null)
  return readAs(viewer, async (tx) => {
    const row = await tx.dispositif.findFirst({ where: { ...where, slug }, include: { structure: true } })
    if (row === null) return null
    const today = toParis(now).date
    const stays = await tx.occupation.findMany({
      where: { kind: 'SEJOUR', etat: 'EN_COURS', place: { dispositifId: row.id } },
      orderBy: { place: { libelle: 'asc' } },
      select: ofPorte(toDatabaseDate(depuisQuand(today))),
    })
    const { id, nom, structure } = row
    return {
      dispositif: { id, slug, nom, structure: structure.nom },
      regle: await findRegleVisite(tx, id),
      portes: stays.map((stay) => toPorte(stay, today)).toSorted((a, b) => rank(a) - rank(b)),
      regler: can(viewer, 'tournees.set', row),
    }
  })
}

function ofPorte(since: Date) {
  return {
    id: true,
    place: { select: { libelle: true, chambre: true } },
    personne: { select: { code: true } },
    orientation: { select: { responsable: { select: { nom: true } } } },
    visites: {
      where: { jour: { gte: since } },
      orderBy: { le: 'desc' },
      select: { jour: true, le: true, issue: true },
    },
    alertes: {
      where: { fermeeLe: null },
      take: 1,
      select: {
        id: true,
        ouverteLe: true,
        prevenus: { orderBy: { le: 'asc' }, select: { qui: true, le: true } },
      },
    },
  } satisfies Prisma.OccupationSelect
}

type PorteRow = Prisma.OccupationGetPayload<{ select: ReturnType<typeof ofPorte> }>

function toPorte({ id, place, personne, orientation, visites, alertes }: PorteRow, today: string): Porte {
  const passages = visites.map((visite) => ({ ...visite, jour: fromDatabaseDate(visite.jour) }))
  const [derniere] = passages
  return {
    occupationId: id,
    libelle: place.libelle,
    groupe: place.chambre,
    code: personne?.code ?? null,
    suivi: orientation?.responsable.nom ?? null,
    derniere: derniere ?? null,
    vueAujourdhui: derniere?.jour === today,
    joursSansReponse: joursSansReponse(passages),
    alerte: alertes[0] ?? null,
  }
}

function rank({ alerte, vueAujourdhui }: Porte): number {
  if (alerte !== null) return 0
  return vueAujourdhui ? 2 : 1
}
