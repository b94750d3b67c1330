import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { type Action, can, reach } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { FiltreSuivies } from '@/domain/parcours/liste'
import { nameDispositif } from '@/domain/structures/nom-dispositif'

type Droit = Extract<Action, 'parcours.read' | 'parcours.follow'>

/** The persons whose pathway is the viewer's to read or to write: those of its organisation, or those it oriented itself. */
export function suiviesPar(viewer: Viewer, droit: Droit): Prisma.PersonneWhereInput {
  const { organisationId, compteId } = viewer
  const portee = reach(viewer, droit)
  if (organisationId === null || portee === 'AUCUNE') return { id: { in: [] } }
  const own: Prisma.PersonneWhereInput = { organisationId, anonymiseeLe: null }
  return portee === 'SIENNES' ? { ...own, orientations: { some: { auteurId: compteId } } } : own
}

/** A person followed, found by her code or her id; null when she is another organisation's, or nobody's. */
export async function findSuivie(
  tx: Transaction,
  viewer: Viewer,
  droit: Droit,
  which: { code: string } | { id: string | null },
): Promise<{ id: string; organisationId: string } | null> {
  if ('id' in which && which.id === null) return null
  const where = 'code' in which ? { code: which.code } : { id: which.id ?? '' }
  return tx.personne.findFirst({
    where: { AND: [suiviesPar(viewer, droit), where] },
    select: { id: true, organisationId: true },
  })
}

const ofSejour = {
  id: true,
  version: true,
  etat: true,
  debut: true,
  fin: true,
  organisationId: true,
  personneId: true,
  prescripteurId: true,
  place: {
    select: { libelle: true, dispositif: { select: { id: true, structureId: true, organisationId: true } } },
  },
} satisfies Prisma.OccupationSelect

export type SejourSuivi = Prisma.OccupationGetPayload<{ select: typeof ofSejour }>

/** A stay that the viewer shelters or whose person it follows; null otherwise. Row-level security has the last word. */
export async function findSejourSuivi(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<SejourSuivi | null> {
  const stay = await tx.occupation.findFirst({ where: { id, kind: 'SEJOUR' }, select: ofSejour })
  if (stay === null) return null
  const { structureId, organisationId } = stay.place.dispositif
  if (can(viewer, 'parcours.follow', { structureId, organisationId, auteurId: null })) return stay
  const followed = await findSuivie(tx, viewer, 'parcours.follow', { id: stay.personneId })
  return followed === null ? null : stay
}

/** One person of the list: a code, where she is now, and what is next. */
export type LigneSuivie = {
  id: string
  code: string
  lieu: string | null
  prochainRendezVous: Date | null
  aRelancer: boolean
  planOuvert: boolean
}

export type PageSuivies = { lignes: LigneSuivie[]; suite: string | null }

/** The organisation's persons by code, `limite` after the code `apres`; `suite` opens the next page. */
export function listSuivies(
  viewer: Viewer,
  { etat, apres }: FiltreSuivies,
  limite: number,
): Promise<PageSuivies> {
  return readAs(viewer, async (tx) => {
    const rows = await tx.personne.findMany({
      where: {
        AND: [
          suiviesPar(viewer, 'parcours.read'),
          etat === 'en-cours' ? enCours : {},
          apres === undefined ? {} : { code: { gt: apres } },
        ],
      },
      orderBy: { code: 'asc' },
      take: limite + 1,
      select: ofLigne,
    })
    return {
      lignes: rows.slice(0, limite).map(toLigne),
      suite: rows.length > limite ? (rows[limite - 1]?.code ?? null) : null,
    }
  })
}

/** Somebody is followed now when something is open for her. */
const enCours: Prisma.PersonneWhereInput = {
  OR: [
    { occupations: { some: { etat: { in: ['EN_COURS', 'TENUE'] } } } },
    {
      orientations: { some: { statut: { in: ['ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE'] } } },
    },
    { rendezVous: { some: { statut: 'PREVU' } } },
    { relances: { some: { statut: 'A_FAIRE' } } },
    { plansSortie: { some: { closLe: null } } },
  ],
}

const ofLigne = {
  id: true,
  code: true,
  occupations: {
    where: { etat: 'EN_COURS' },
    orderBy: { debut: 'desc' },
    take: 1,
    select: {
      place: { select: { dispositif: { select: { nom: true, structure: { select: { nom: true } } } } } },
    },
  },
  rendezVous: { where: { statut: 'PREVU' }, orderBy: { le: 'asc' }, take: 1, select: { le: true } },
  relances: { where: { statut: 'A_FAIRE' }, take: 1, select: { id: true } },
  plansSortie: { where: { closLe: null }, take: 1, select: { id: true } },
} satisfies Prisma.PersonneSelect

function toLigne(row: Prisma.PersonneGetPayload<{ select: typeof ofLigne }>): LigneSuivie {
  const dispositif = row.occupations[0]?.place.dispositif
  return {
    id: row.id,
    code: row.code,
    lieu: dispositif === undefined ? null : nameDispositif(dispositif.structure.nom, dispositif.nom),
    prochainRendezVous: row.rendezVous[0]?.le ?? null,
    aRelancer: row.relances.length > 0,
    planOuvert: row.plansSortie.length > 0,
  }
}

/** Whether the viewer follows somebody of this code. */
export function hasSuivie(viewer: Viewer, code: string): Promise<boolean> {
  return readAs(viewer, async (tx) => (await findSuivie(tx, viewer, 'parcours.read', { code })) !== null)
}
