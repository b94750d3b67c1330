import 'server-only'
import type { Prisma } from '@/db/generated/client'
import type { Context } from '@/db/journal'
import { readAs, type Transaction } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import type { Genre, TrancheAge } from '@/domain/commun/profil'
import { can, reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Delais } from '@/domain/orientations/delais'
import type { Demande } from '@/domain/orientations/demande'
import { type EtatListe, type SensListe, statutsDeListe } from '@/domain/orientations/liste'
import type { RefusDemande } from '@/domain/orientations/refus'
import { statutsARepondre, statutsQuiAttendent } from '@/domain/orientations/statuts'
import { nightServed, type RegleSejour } from '@/domain/places/sejour'
import { findRegleSejour } from '@/features/places/queries'

/** Who asks, who is asked (null: any place that fits), and the personne already followed. */
export type Parties = { prescriber: Prescriber; receiver: Receiver | null; known: Known | null }

/** Finds all that a request names, within the author's right; or the first thing that is missing. */
export async function findParties(
  context: Context,
  demande: Demande,
): Promise<Result<Parties, RefusDemande>> {
  if (!can(context.actor, 'orientations.ask')) return refuse('FORBIDDEN')
  const prescriber = await findPrescriber(context, demande.prescripteurStructureId ?? null)
  if (prescriber === null) return refuse('NO_STRUCTURE')
  const { organisationId } = prescriber
  if (!(await knowsStop(context, demande.arretId ?? null, organisationId))) return refuse('UNKNOWN_STOP')
  const receiver = await findReceiver(context, demande)
  if (!receiver.ok) return receiver
  const known = await findPersonne(context, demande, organisationId)
  if (!known.ok) return known
  return done({ prescriber, receiver: receiver.value, known: known.value })
}

export type Prescriber = { id: string; organisationId: string }

/** The structure wanted, else the author's own, else the oldest of the organisation that the right covers. */
async function findPrescriber({ actor, tx }: Context, wanted: string | null): Promise<Prescriber | null> {
  const { organisationId } = actor
  if (organisationId === null) return null
  const structures = await tx.structure.findMany({
    where: { organisationId, ...(wanted === null ? {} : { id: wanted }) },
    orderBy: [{ creeeLe: 'asc' }, { id: 'asc' }],
    select: { id: true, organisationId: true },
  })
  const allowed = structures.filter(({ id }) =>
    can(actor, 'orientations.ask', { structureId: id, organisationId }),
  )
  const own = actor.attributions.map(({ structureId }) => structureId)
  return allowed.find(({ id }) => own.includes(id)) ?? allowed[0] ?? null
}

async function knowsStop({ tx }: Context, arretId: string | null, organisationId: string): Promise<boolean> {
  if (arretId === null) return true
  const where = { id: arretId, maraude: { organisationId } }
  return (await tx.arret.findFirst({ where, select: { id: true } })) !== null
}

export type Receiver = { id: string; organisationId: string; regles: RegleSejour; delais: Delais }

async function findReceiver(
  { tx, now }: Context,
  { receveurDispositifId: dispositifId, pourLe }: Demande,
): Promise<Result<Receiver | null, 'UNKNOWN_DEVICE' | 'DEVICE_CLOSED'>> {
  if (dispositifId === null) return done(null)
  const dispositif = await tx.dispositif.findUnique({
    where: { id: dispositifId },
    select: {
      id: true,
      organisationId: true,
      oriente: true,
      statut: true,
      delaiCeSoir: true,
      delaiADate: true,
    },
  })
  if (dispositif === null) return refuse('UNKNOWN_DEVICE')
  if (!dispositif.oriente || dispositif.statut !== 'OUVERTE') return refuse('DEVICE_CLOSED')
  const { id, organisationId, delaiCeSoir: ceSoir, delaiADate: aDate } = dispositif
  const regles = await findRegleSejour(tx, id, pourLe ?? nightServed(now))
  return done({ id, organisationId, regles, delais: { ceSoir, aDate } })
}

export type Known = { id: string; code: string }

async function findPersonne(
  { tx }: Context,
  { personneCode: code, receveurDispositifId }: Demande,
  organisationId: string,
): Promise<Result<Known | null, 'UNKNOWN_PERSON' | 'ALREADY_WAITING'>> {
  if (code == null) return done(null)
  const personne = await tx.personne.findFirst({
    where: { code, organisationId, anonymiseeLe: null },
    select: { id: true, code: true },
  })
  if (personne === null) return refuse('UNKNOWN_PERSON')
  const waiting = { personneId: personne.id, receveurDispositifId, statut: { in: [...statutsQuiAttendent] } }
  const twice = receveurDispositifId !== null && (await tx.orientation.count({ where: waiting })) > 0
  return twice ? refuse('ALREADY_WAITING') : done(personne)
}

/** What is asked of the viewer: of its structures, or of whoever has a place that fits. Empty for who may not read. */
export function recuesPar(viewer: Viewer): Prisma.OrientationWhereInput {
  const organisationId = viewer.organisationId
  if (organisationId === null || !can(viewer, 'orientations.answer')) return nothing
  const structures = structuresWithin(viewer, 'orientations.answer')
  const wide = reach(viewer, 'orientations.answer') === 'ORGANISATION' || structures === 'TOUTES'
  const mine = wide
    ? { receveurOrganisationId: organisationId }
    : { receveur: { structureId: { in: [...structures] } } }
  return {
    OR: [
      { ...mine, statut: { not: 'BROUILLON' } },
      { receveurDispositifId: null, statut: { in: [...statutsARepondre] } },
    ],
  }
}

/** What the viewer, or its structures, asked. */
export function envoyeesPar(viewer: Viewer): Prisma.OrientationWhereInput {
  const organisationId = viewer.organisationId
  const portee = reach(viewer, 'orientations.read')
  if (organisationId === null || portee === 'AUCUNE') return nothing
  const structures = structuresWithin(viewer, 'orientations.read')
  if (portee === 'ORGANISATION' || structures === 'TOUTES')
    return { prescripteurOrganisationId: organisationId }
  return {
    prescripteurOrganisationId: organisationId,
    OR: [{ auteurId: viewer.compteId }, { prescripteurStructureId: { in: [...structures] } }],
  }
}

const nothing: Prisma.OrientationWhereInput = { id: { in: [] } }

const ofLine = {
  id: true,
  version: true,
  statut: true,
  genre: true,
  trancheAge: true,
  personnes: true,
  couple: true,
  animaux: true,
  mobilite: true,
  femmesSeulement: true,
  echeance: true,
  pourLe: true,
  souhaitLe: true,
  envoyeeLe: true,
  motif: true,
  relanceeLe: true,
  signaleeLe: true,
  personne: { select: { code: true } },
  prescripteur: { select: { nom: true, departement: true } },
  receveur: { select: { nom: true, slug: true, structure: { select: { nom: true } } } },
  occupations: {
    where: { etat: { in: ['TENUE', 'EN_COURS'] } },
    select: { expireLe: true, fin: true, kind: true, place: { select: { libelle: true } } },
  },
} satisfies Prisma.OrientationSelect

/** One request in a list. */
export type LigneOrientation = Omit<Prisma.OrientationGetPayload<{ select: typeof ofLine }>, 'pourLe'> & {
  pourLe: CivilDate | null
}

export type ListeOrientations = {
  lignes: LigneOrientation[]
  /** id to continue after; null at the end */
  suite: string | null
  compte: Record<EtatListe, number>
}

/**
 * Requests received or sent, of one state: tonight's first, oldest wish first; those that are over, latest first. Within the
 * viewer's scope; an empty list for who has none.
 */
export function listOrientations(
  viewer: Viewer,
  {
    sens,
    etat,
    apres,
    limite,
  }: { sens: SensListe; etat: EtatListe; apres?: string | undefined; limite: number },
): Promise<ListeOrientations> {
  const scope = sens === 'recues' ? recuesPar(viewer) : envoyeesPar(viewer)
  return readAs(viewer, async (tx) => {
    const rows = await tx.orientation.findMany({
      where: { AND: [scope, { statut: { in: [...statutsDeListe[etat]] } }] },
      orderBy: orderOf(etat),
      ...(apres === undefined ? {} : { cursor: { id: apres }, skip: 1 }),
      take: limite + 1,
      select: ofLine,
    })
    const lignes = rows.slice(0, limite).map(toLigne)
    return {
      lignes,
      suite: rows.length > limite ? (lignes.at(-1)?.id ?? null) : null,
      compte: await countStates(tx, scope),
    }
  })
}

/** Tonight's requests come before those of another day, whatever their age. */
function orderOf(etat: EtatListe): Prisma.OrientationOrderByWithRelationInput[] {
  if (etat === 'finies') return [{ souhaitLe: 'desc' }, { id: 'desc' }]
  return [{ echeance: 'asc' }, { souhaitLe: 'asc' }, { id: 'asc' }]
}

async function countStates(
  tx: Transaction,
  scope: Prisma.OrientationWhereInput,
): Promise<Record<EtatListe, number>> {
  const groups = await tx.orientation.groupBy({ by: ['statut'], where: scope, _count: { id: true } })
  const count = (etat: EtatListe) =>
    groups
      .filter(({ statut }) => statutsDeListe[etat].includes(statut))
      .reduce((sum, { _count }) => sum + _count.id, 0)
  return {
    'a-repondre': count('a-repondre'),
    attente: count('attente'),
    acceptees: count('acceptees'),
    'sur-place': count('sur-place'),
    finies: count('finies'),
  }
}

function toLigne({
  pourLe,
  ...row
}: Prisma.OrientationGetPayload<{ select: typeof ofLine }>): LigneOrientation {
  return { ...row, pourLe: pourLe === null ? null : fromDatabaseDate(pourLe) }
}

/** Where a request can be sent, with what is free there right now. */
export type Receveur = {
  id: string
  nom: string
  structure: string
  departement: string
  libres: number
  places: number
}

/** Devices that take requests and are open, by department; empty without the right to ask. */
export function listReceveurs(viewer: Viewer, now: Date): Promise<Receveur[]> {
  if (!can(viewer, 'orientations.ask')) return Promise.resolve([])
  return readAs(
    viewer,
    (tx) => tx.$queryRaw<Receveur[]>`
      SELECT d.id, d.nom, s.nom AS structure, d.departement::text, coalesce(p.libres, 0) AS libres, coalesce(p.places, 0) AS places
      FROM dispositifs d JOIN structures s ON s.id = d.structure_id
      LEFT JOIN disponibilites_a(${now}) p ON p.dispositif_id = d.id
      WHERE d.oriente AND d.statut = 'OUVERTE'
      ORDER BY d.departement, s.nom, d.nom`,
  )
}

const CODES = 200

/** A code that the viewer may join to a request, and the little it says. */
export type CodeConnu = { code: string; genre: Genre; trancheAge: TrancheAge }

/** Codes of the viewer's organisation, last seen first; for a worker of the street, those of its own requests. */
export function listCodes(viewer: Viewer): Promise<CodeConnu[]> {
  const { organisationId, compteId } = viewer
  const portee = reach(viewer, 'personnes.read')
  if (organisationId === null || portee === 'AUCUNE') return Promise.resolve([])
  const own = portee === 'SIENNES' ? { orientations: { some: { auteurId: compteId } } } : {}
  return readAs(viewer, (tx) =>
    tx.personne.findMany({
      where: { organisationId, anonymiseeLe: null, ...own },
      orderBy: [{ dernierContactLe: 'desc' }, { id: 'asc' }],
      take: CODES,
      select: { code: true, genre: true, trancheAge: true },
    }),
  )
}
