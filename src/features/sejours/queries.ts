import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import type { CivilDate } from '@/domain/commun/civil-date'
import { can, reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type Besoin, rankPlaces, type RegleEligibilite } from '@/domain/places/convient'
import {
  endOfNightServed,
  endOfStay,
  holdUntil,
  nightServed,
  regleSejourSchema,
  startOfStay,
} from '@/domain/places/sejour'
import { findRegleSejour, listPlacesSansConflit, type PlaceSansConflit } from '@/features/places/queries'

/** What a receiver may choose for one request: its place in each device, and why a place would not fit. */
export type ChoixDispositif = {
  id: string
  nom: string
  structure: string
  /** hour until which a place taken now would be held */
  expireLe: Date
  fin: Date | null
  places: (PlaceSansConflit & { blocage: RegleEligibilite | null })[]
}

type Demande = Besoin & { receveurDispositifId: string | null; pourLe: CivilDate | null; regles: unknown }

/** The devices that may take this request, with their places, those that fit first. Empty without the right to answer. */
export function listChoix(viewer: Viewer, demande: Demande, now: Date): Promise<ChoixDispositif[]> {
  const { organisationId } = viewer
  if (organisationId === null) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const dispositifs = await tx.dispositif.findMany({
      where: {
        statut: 'OUVERTE',
        organisationId,
        ...(demande.receveurDispositifId === null ? { oriente: true } : { id: demande.receveurDispositifId }),
      },
      orderBy: [{ structure: { nom: 'asc' } }, { nom: 'asc' }],
      select: {
        id: true,
        nom: true,
        structureId: true,
        organisationId: true,
        dureeTenue: true,
        structure: { select: { nom: true } },
      },
    })
    const mine = dispositifs.filter((dispositif) => can(viewer, 'orientations.answer', dispositif))
    return Promise.all(mine.map((dispositif) => readChoix(tx, dispositif, demande, now)))
  })
}

type Device = { id: string; nom: string; dureeTenue: number; structure: { nom: string } }

async function readChoix(
  tx: Transaction,
  dispositif: Device,
  demande: Demande,
  now: Date,
): Promise<ChoixDispositif> {
  const { id, nom, dureeTenue, structure } = dispositif
  const frozen = regleSejourSchema.safeParse(demande.regles)
  const regles = frozen.success
    ? frozen.data
    : await findRegleSejour(tx, id, demande.pourLe ?? nightServed(now))
  const debut = startOfStay(regles, demande.pourLe, now)
  const fin = endOfStay(regles, debut)
  const places = await listPlacesSansConflit(tx, id, { debut, fin, now })
  return {
    id,
    nom,
    structure: structure.nom,
    expireLe: holdUntil(dureeTenue, debut, now),
    fin,
    places: rankPlaces(places, demande),
  }
}

/** A hold or a stay that asks for somebody's attention. */
export type Echeance = {
  id: string
  version: number
  kind: 'RESERVATION' | 'SEJOUR'
  libelle: string
  dispositif: string
  dispositifSlug: string
  code: string | null
  orientationId: string | null
  /** hour of the end: of the hold, or of the stay as planned */
  le: Date
}

/** Holds of the night, and stays that end before the night does or should have, of the viewer's structures; soonest first. */
export function listEcheances(viewer: Viewer, now: Date): Promise<Echeance[]> {
  return readAs(viewer, async (tx) => {
    const endOfNight = endOfNightServed(now)
    const rows = await tx.occupation.findMany({
      where: {
        AND: [
          occupationsOf(viewer),
          {
            OR: [
              { etat: 'TENUE', expireLe: { lte: endOfNight }, orientation: { statut: 'ACCEPTEE' } },
              { etat: 'TENUE', expireLe: { gt: now, lte: endOfNight }, orientationId: null },
              { etat: 'EN_COURS', fin: { lte: endOfNight } },
            ],
          },
        ],
      },
      take: 200,
      select: {
        id: true,
        version: true,
        kind: true,
        fin: true,
        expireLe: true,
        orientationId: true,
        personne: { select: { code: true } },
        place: { select: { libelle: true, dispositif: { select: { nom: true, slug: true } } } },
      },
    })
    return rows.flatMap(toEcheance).toSorted((a, b) => a.le.getTime() - b.le.getTime())
  })
}

function occupationsOf(viewer: Viewer): Prisma.OccupationWhereInput {
  const organisationId = viewer.organisationId
  if (organisationId === null || !can(viewer, 'places.admit')) return { id: { in: [] } }
  const structures = structuresWithin(viewer, 'places.admit')
  if (reach(viewer, 'places.admit') === 'ORGANISATION' || structures === 'TOUTES') return { organisationId }
  return { organisationId, place: { dispositif: { structureId: { in: [...structures] } } } }
}

type EcheanceRow = Prisma.OccupationGetPayload<{
  select: {
    id: true
    version: true
    kind: true
    fin: true
    expireLe: true
    orientationId: true
    personne: { select: { code: true } }
    place: { select: { libelle: true; dispositif: { select: { nom: true; slug: true } } } }
  }
}>

function toEcheance({
  id,
  version,
  kind,
  fin,
  expireLe,
  orientationId,
  personne,
  place,
}: EcheanceRow): Echeance[] {
  const le = kind === 'RESERVATION' ? expireLe : fin
  if (le === null) return []
  const { nom: dispositif, slug: dispositifSlug } = place.dispositif
  return [
    {
      id,
      version,
      kind,
      libelle: place.libelle,
      dispositif,
      dispositifSlug,
      code: personne?.code ?? null,
      orientationId,
      le,
    },
  ]
}
