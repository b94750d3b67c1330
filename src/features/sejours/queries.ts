import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import type { CivilDate } from '@/domain/commun/civil-date'
import { workDayBounds } from '@/domain/commun/jour-de-travail'
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
import { protegeCompte } from '@/domain/places/tableau'
import { type Departement, departementSchema } from '@/domain/territoire/territoire'
import { env } from '@/lib/env'
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

/** Requests of the night by department of the device asked: counts only, the small ones withheld (null). */
export type DemandesDuSoir = {
  departement: Departement
  sansReponse: number | null
  acceptees: number | null
  refusees: number | null
}

/** For who sees both departments and no person: what was asked since noon. Empty for the others. No total: it would tell the rest. */
export function readDemandesDuSoir(viewer: Viewer, now: Date): Promise<DemandesDuSoir[]> {
  if (reach(viewer, 'rapports.read') !== 'TERRITOIRE' || !can(viewer, 'places.read'))
    return Promise.resolve([])
  const { from, to } = workDayBounds(nightServed(now))
  return readAs(viewer, async (tx) => {
    const rows = await tx.$queryRaw<CountRow[]>`
      SELECT departement, sans_reponse AS "sansReponse", acceptees, refusees FROM demandes_par_departement(${from}, ${to})`
    return departementSchema.options.map((departement) => protect(rows, departement))
  })
}

type CountRow = { departement: string; sansReponse: number; acceptees: number; refusees: number }

function show(count = 0): number | null {
  return protegeCompte(count, env.SMALL_NUMBERS_THRESHOLD)
}

function protect(rows: readonly CountRow[], departement: Departement): DemandesDuSoir {
  const row = rows.find((each) => each.departement === departement)
  return {
    departement,
    sansReponse: show(row?.sansReponse),
    acceptees: show(row?.acceptees),
    refusees: show(row?.refusees),
  }
}
