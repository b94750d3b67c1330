import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs } from '@/db/transaction'
import { fromDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { can, reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type EtapePresente, etapePresente } from '@/domain/parcours/etape'
import { type RegleSejour, regleSejourSchema, sansRegle } from '@/domain/places/sejour'

/** A stay that one shelters, against its rule, with the request for more time that waits. */
export type SejourHeberge = {
  id: string
  libelle: string
  dispositif: string
  dispositifSlug: string
  code: string | null
  /** who keeps the follow-up */
  suivi: string | null
  etape: EtapePresente
  demande: { id: string; jours: number; motif: string; demandeeLe: Date } | null
}

const LIMITE = 800
const SHOWN = 100

/** Stays of some length in the viewer's structures, the most urgent first: a request that waits, an end, a review. */
export function listSejoursHeberges(viewer: Viewer, now: Date): Promise<SejourHeberge[]> {
  const where = shelteredBy(viewer)
  if (where === null) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const rows = await tx.occupation.findMany({
      where: { kind: 'SEJOUR', etat: 'EN_COURS', place: { dispositif: where } },
      orderBy: [{ fin: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: LIMITE,
      select: ofSejour,
    })
    return rows
      .map((row) => toSejour(row, now))
      .toSorted((a, b) => urgency(b) - urgency(a) || left(a) - left(b))
      .slice(0, SHOWN)
  })
}

function shelteredBy(viewer: Viewer): Prisma.DispositifWhereInput | null {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'prolongations.answer')) return null
  const structures = structuresWithin(viewer, 'prolongations.answer')
  const wide = reach(viewer, 'prolongations.answer') === 'ORGANISATION' || structures === 'TOUTES'
  return {
    organisationId,
    kind: { in: ['CONTINU', 'HOTEL', 'PAVILLON', 'HEBERGEMENT', 'LITS_MEDICALISES'] },
    ...(wide ? {} : { structureId: { in: [...structures] } }),
  }
}

const ofSejour = {
  id: true,
  debut: true,
  fin: true,
  place: {
    select: { libelle: true, dispositif: { select: { nom: true, slug: true, regles: true } } },
  },
  personne: { select: { code: true } },
  orientation: { select: { regles: true, responsable: { select: { nom: true } } } },
  revues: { orderBy: { le: 'desc' }, take: 1, select: { le: true } },
  prolongations: {
    where: { statut: 'DEMANDEE' },
    take: 1,
    select: { id: true, jours: true, motif: true, demandeeLe: true },
  },
} satisfies Prisma.OccupationSelect

type Row = Prisma.OccupationGetPayload<{ select: typeof ofSejour }>

function toSejour(row: Row, now: Date): SejourHeberge {
  const { id, place, personne, orientation, revues, prolongations } = row
  const derniereRevue = revues[0]?.le ?? null
  return {
    id,
    libelle: place.libelle,
    dispositif: place.dispositif.nom,
    dispositifSlug: place.dispositif.slug,
    code: personne?.code ?? null,
    suivi: orientation?.responsable.nom ?? null,
    etape: etapePresente({ ...row, derniereRevue }, regleOf(row), now),
    demande: prolongations[0] ?? null,
  }
}

/** The rule frozen on the request, else the one in force the day she came. */
function regleOf({ orientation, place, debut }: Row): RegleSejour {
  const frozen = regleSejourSchema.safeParse(orientation?.regles)
  if (frozen.success) return frozen.data
  const day = toParis(debut).date
  const regle = place.dispositif.regles.find(
    ({ du, au }) => fromDatabaseDate(du) <= day && (au === null || fromDatabaseDate(au) > day),
  )
  return regle === undefined ? sansRegle : regleSejourSchema.parse(regle)
}

function urgency({ demande, etape }: SejourHeberge): number {
  if (demande !== null) return 3
  if (etape.preavisOuvert || left({ etape }) < 0) return 2
  return etape.revueEnRetard ? 1 : 0
}

function left({ etape }: Pick<SejourHeberge, 'etape'>): number {
  return etape.joursRestants ?? Number.MAX_SAFE_INTEGER
}
