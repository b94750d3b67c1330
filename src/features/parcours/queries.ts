import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { toParis } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type EtapePresente, etapePresente } from '@/domain/parcours/etape'
import { type MoisVerification, verificationDue } from '@/domain/parcours/sortie'
import { type RegleSejour, regleSejourSchema } from '@/domain/places/sejour'
import { findRegleSejour } from '@/features/places/queries'
import { findSuivie, suiviesPar } from '@/features/suivies/queries'

const ofSejour = {
  id: true,
  version: true,
  etat: true,
  debut: true,
  fin: true,
  organisationId: true,
  place: {
    select: {
      libelle: true,
      dispositif: {
        select: {
          id: true,
          nom: true,
          slug: true,
          structureId: true,
          organisationId: true,
          structure: { select: { nom: true } },
        },
      },
    },
  },
  orientation: { select: { regles: true, suiviFiniLe: true, responsable: { select: { nom: true } } } },
  revues: { orderBy: { le: 'asc' }, select: { id: true, le: true, suite: true } },
  constats: {
    orderBy: [{ jour: 'asc' }, { axe: 'asc' }],
    select: { id: true, jour: true, axe: true, niveau: true },
  },
  prolongations: { orderBy: { demandeeLe: 'asc' } },
  sortie: true,
} satisfies Prisma.OccupationSelect

const ofPersonne = {
  id: true,
  code: true,
  genre: true,
  trancheAge: true,
  situation: true,
  dernierContactLe: true,
  occupations: {
    where: { kind: 'SEJOUR', etat: { in: ['EN_COURS', 'TERMINEE'] } },
    orderBy: { debut: 'desc' },
    take: 100,
    select: ofSejour,
  },
  orientations: {
    where: { statut: { not: 'BROUILLON' } },
    orderBy: { souhaitLe: 'desc' },
    take: 100,
    select: {
      id: true,
      statut: true,
      souhaitLe: true,
      envoyeeLe: true,
      motif: true,
      suiviFiniLe: true,
      responsable: { select: { nom: true } },
      receveur: { select: { nom: true, structure: { select: { nom: true } } } },
      evenements: { orderBy: { le: 'desc' }, take: 1, select: { le: true } },
    },
  },
  objectifs: { select: { kind: true, statut: true, statutLe: true, version: true } },
  rendezVous: {
    orderBy: { le: 'desc' },
    take: 100,
    include: { structure: { select: { nom: true } }, relance: true },
  },
  plansSortie: {
    orderBy: { creeLe: 'desc' },
    take: 20,
    include: {
      pistes: { orderBy: { demandeeLe: 'asc' }, include: { structure: { select: { nom: true } } } },
      blocages: { orderBy: { depuis: 'asc' } },
    },
  },
} satisfies Prisma.PersonneSelect

type Row = Prisma.PersonneGetPayload<{ select: typeof ofPersonne }>
type SejourRow = Row['occupations'][number]

/** A stay of the pathway: where, since when, how it stands against its rule, and what the team saw. */
export type SejourDuParcours = SejourRow & {
  regle: RegleSejour
  /** when the stay began, before any change of place */
  depuis: Date
  /** null once the stay is over */
  etape: EtapePresente | null
  /** a check of the exit that is due */
  verification: MoisVerification | null
}

/** All that one's organisation keeps of one person: her steps, her goals, her appointments, her way out. */
export type ParcoursPersonne = Omit<Row, 'occupations'> & {
  sejours: SejourDuParcours[]
  /** may the viewer write here */
  suivre: boolean
}

/** One person of the viewer's organisation, by code; null when unknown, anonymised, or another organisation's. */
export function findParcours(viewer: Viewer, code: string, now: Date): Promise<ParcoursPersonne | null> {
  return readAs(viewer, async (tx) => {
    const row = await tx.personne.findFirst({
      where: { AND: [suiviesPar(viewer, 'parcours.read'), { code }] },
      select: ofPersonne,
    })
    if (row === null) return null
    const { occupations, ...personne } = row
    const depuis = await readChaines(tx, occupations, now)
    const sejours: SejourDuParcours[] = []
    for (const sejour of occupations)
      sejours.push(await readSejour(tx, sejour, depuis.get(sejour.id) ?? null, now))
    const followed = await findSuivie(tx, viewer, 'parcours.follow', { code })
    return { ...personne, sejours, suivre: followed !== null }
  })
}

/**
 * Since when a present stay lasts, and its last review, whatever places it went through. PostgreSQL inlines `sejours_presents`: only
 * these stays are read.
 */
type Chaine = { id: string; debut: Date; derniereRevue: Date | null }

async function readChaines(
  tx: Transaction,
  sejours: readonly SejourRow[],
  now: Date,
): Promise<ReadonlyMap<string, Chaine>> {
  const present = sejours.filter(({ etat }) => etat === 'EN_COURS').map(({ id }) => id)
  const rows = await tx.$queryRaw<Chaine[]>`
    SELECT occupation_id AS id, debut, derniere_revue AS "derniereRevue"
    FROM sejours_presents(${now}) WHERE occupation_id = ANY (${present}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

async function readSejour(
  tx: Transaction,
  sejour: SejourRow,
  chaine: Chaine | null,
  now: Date,
): Promise<SejourDuParcours> {
  const frozen = regleSejourSchema.safeParse(sejour.orientation?.regles)
  const regle = frozen.success
    ? frozen.data
    : await findRegleSejour(tx, sejour.place.dispositif.id, toParis(sejour.debut).date)
  return {
    ...sejour,
    regle,
    depuis: chaine?.debut ?? sejour.debut,
    etape: chaine === null ? null : etapePresente({ ...chaine, fin: sejour.fin }, regle, now),
    verification: sejour.sortie === null ? null : (verificationDue(sejour.sortie, now)?.mois ?? null),
  }
}

/** A structure that one may go to or be sent to. */
export type StructureProposee = { id: string; nom: string }

/** Open structures of the directory, by name, for an appointment or a destination. Empty without the right to the directory. */
export function listStructuresProposees(viewer: Viewer): Promise<StructureProposee[]> {
  if (!can(viewer, 'structures.read')) return Promise.resolve([])
  return readAs(viewer, (tx) =>
    tx.structure.findMany({
      where: { statut: 'OUVERTE' },
      orderBy: { nom: 'asc' },
      take: 500,
      select: { id: true, nom: true },
    }),
  )
}
