import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { can, reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import {
  type DefautAstreinte,
  defautsAstreinte,
  type FonctionAstreinte,
  listNuits,
} from '@/domain/parcours/astreintes'
import { nightServed } from '@/domain/places/sejour'

const NUITS = 14

/** One night of the roster: who is on duty, by code and by function, and what is wrong. */
export type NuitAstreinte = {
  nuit: CivilDate
  resident: { id: string; nom: string } | null
  cadre: { id: string; fonction: FonctionAstreinte; telephone: string } | null
  defauts: DefautAstreinte[]
}

/** Somebody who lives there: a code, or the label of the place for who has none. */
export type Resident = { occupationId: string; nom: string }

export type TourAstreinte = {
  structure: { id: string; nom: string; telephone: string | null }
  residents: Resident[]
  nuits: NuitAstreinte[]
}

/** The roster of each of the viewer's structures where residents take turns, two weeks from tonight. */
export function listAstreintes(viewer: Viewer, now: Date): Promise<TourAstreinte[]> {
  const where = plannedBy(viewer)
  if (where === null) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const structures = await tx.structure.findMany({
      where: { ...where, dispositifs: { some: { kind: 'PAVILLON', statut: 'OUVERTE' } } },
      orderBy: { nom: 'asc' },
      select: { id: true, nom: true, telephone: true },
    })
    const tours: TourAstreinte[] = []
    for (const structure of structures) tours.push(await readTour(tx, structure, nightServed(now)))
    return tours
  })
}

function plannedBy(viewer: Viewer): Prisma.StructureWhereInput | null {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'astreintes.plan')) return null
  const structures = structuresWithin(viewer, 'astreintes.plan')
  if (reach(viewer, 'astreintes.plan') === 'ORGANISATION' || structures === 'TOUTES')
    return { organisationId }
  return { organisationId, id: { in: [...structures] } }
}

const ofStay = {
  id: true,
  etat: true,
  personne: { select: { code: true } },
  place: { select: { libelle: true } },
} satisfies Prisma.OccupationSelect

async function readTour(
  tx: Transaction,
  structure: TourAstreinte['structure'],
  first: CivilDate,
): Promise<TourAstreinte> {
  const nights = listNuits(first, NUITS)
  const stays = await tx.occupation.findMany({
    where: { kind: 'SEJOUR', etat: 'EN_COURS', place: { dispositif: { structureId: structure.id } } },
    orderBy: { place: { libelle: 'asc' } },
    select: ofStay,
  })
  const lines = await tx.astreinte.findMany({
    where: { structureId: structure.id, nuit: { in: nights.map(toDatabaseDate) } },
    include: { occupation: { select: ofStay } },
  })
  const of = (nuit: CivilDate, poste: 'RESIDENT' | 'CADRE') =>
    lines.find((line) => line.poste === poste && fromDatabaseDate(line.nuit) === nuit)
  const defauts = defautsAstreinte(
    nights.map((nuit) => {
      const stay = of(nuit, 'RESIDENT')?.occupation
      const resident = stay == null ? null : { occupationId: stay.id, parti: stay.etat !== 'EN_COURS' }
      return { nuit, resident, cadre: of(nuit, 'CADRE') !== undefined }
    }),
  )
  return {
    structure,
    residents: stays.map((stay) => ({ occupationId: stay.id, nom: nameOf(stay) })),
    nuits: nights.map((nuit) => ({
      nuit,
      resident: residentOf(of(nuit, 'RESIDENT')),
      cadre: cadreOf(of(nuit, 'CADRE')),
      defauts: defauts.get(nuit) ?? [],
    })),
  }
}

type Line = Prisma.AstreinteGetPayload<{ include: { occupation: { select: typeof ofStay } } }>

function residentOf(line: Line | undefined): NuitAstreinte['resident'] {
  return line?.occupation == null ? null : { id: line.id, nom: nameOf(line.occupation) }
}

function cadreOf(line: Line | undefined): NuitAstreinte['cadre'] {
  if (line === undefined || line.fonction === null || line.telephone === null) return null
  const { id, fonction, telephone } = line
  return { id, fonction, telephone }
}

function nameOf({ personne, place }: Prisma.OccupationGetPayload<{ select: typeof ofStay }>): string {
  return personne === null ? place.libelle : `${personne.code} · ${place.libelle}`
}
