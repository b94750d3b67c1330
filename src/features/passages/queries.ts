import 'server-only'
import type { Prisma } from '@/db/generated/client'
import type { Context } from '@/db/journal'
import { readAs } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { CoteMotif, StatutOrientation } from '@/domain/orientations/statuts'
import { passages } from '@/domain/orientations/transitions'
import { envoyeesPar, recuesPar } from '@/features/orientations/queries'

const ofPassage = {
  id: true,
  statut: true,
  version: true,
  auteurId: true,
  prescripteurStructureId: true,
  prescripteurOrganisationId: true,
  receveurDispositifId: true,
  receveur: { select: { structureId: true, organisationId: true } },
  personneId: true,
  genre: true,
  personnes: true,
  couple: true,
  animaux: true,
  mobilite: true,
  femmesSeulement: true,
  pourLe: true,
  regles: true,
  premiereReponseLe: true,
  entreePrevue: true,
} satisfies Prisma.OrientationSelect

/** An orientation that nobody else can change until the transaction ends. */
export type LockedOrientation = Prisma.OrientationGetPayload<{ select: typeof ofPassage }>

/**
 * Waits for its turn, locks and reads. NOT_FOUND when the actor may not speak for this side; ALREADY_ANSWERED when another
 * organisation took it meanwhile; NOT_ADDRESSED when it is asked of all and the act is not to take it.
 */
export async function lockOrientation(
  { actor, tx }: Context,
  id: string,
  cote: CoteMotif,
  takes: boolean,
): Promise<Result<LockedOrientation, 'NOT_FOUND' | 'ALREADY_ANSWERED' | 'NOT_ADDRESSED'>> {
  // `vue` is read before the lock is had, `prise` after: row-level security is applied again to the row as it is then. Taken by
  // another organisation meanwhile, it was ours to see and no longer is.
  const [found] = await tx.$queryRaw<(LockedOrientation | Record<keyof LockedOrientation, null>)[]>`
    WITH vue AS MATERIALIZED (SELECT id FROM orientations WHERE id = ${id}::uuid),
      prise AS MATERIALIZED (SELECT * FROM orientations WHERE id = ${id}::uuid FOR NO KEY UPDATE)
    SELECT p.id, p.statut::text, p.version, p.auteur_id AS "auteurId", p.prescripteur_structure_id AS "prescripteurStructureId",
      p.prescripteur_organisation_id AS "prescripteurOrganisationId", p.receveur_dispositif_id AS "receveurDispositifId",
      CASE WHEN d.id IS NOT NULL
        THEN jsonb_build_object('structureId', d.structure_id, 'organisationId', d.organisation_id) END AS receveur,
      p.personne_id AS "personneId", p.genre::text, p.personnes, p.couple, p.animaux, p.mobilite,
      p.femmes_seulement AS "femmesSeulement", p.pour_le AS "pourLe", p.regles,
      p.premiere_reponse_le AS "premiereReponseLe", p.entree_prevue AS "entreePrevue"
    FROM vue LEFT JOIN prise p ON true LEFT JOIN dispositifs d ON d.id = p.receveur_dispositif_id`
  if (found === undefined) return refuse('NOT_FOUND')
  if (found.id === null) return refuse('ALREADY_ANSWERED')
  const orientation = found
  if (!speaksFor(actor, orientation, cote)) return refuse('NOT_FOUND')
  if (cote === 'STRUCTURE' && orientation.receveur === null && !takes) return refuse('NOT_ADDRESSED')
  return done(orientation)
}

type Parties = Pick<
  LockedOrientation,
  'auteurId' | 'prescripteurStructureId' | 'prescripteurOrganisationId' | 'receveur'
>

function speaksFor(actor: Viewer, orientation: Parties, cote: CoteMotif): boolean {
  if (cote === 'HORLOGE') return can(actor, 'orientations.expire')
  if (cote === 'STRUCTURE') return can(actor, 'orientations.answer', orientation.receveur ?? undefined)
  return can(actor, 'orientations.renounce', {
    auteurId: orientation.auteurId,
    structureId: orientation.prescripteurStructureId,
    organisationId: orientation.prescripteurOrganisationId,
  })
}

const ofSheet = {
  ...ofPassage,
  trancheAge: true,
  echeance: true,
  souhaitLe: true,
  envoyeeLe: true,
  placeeLe: true,
  motif: true,
  motifCote: true,
  suite: true,
  suiviFiniLe: true,
  personne: { select: { code: true, situation: true } },
  prescripteur: { select: { nom: true, departement: true } },
  responsable: { select: { nom: true } },
  receveur: {
    select: {
      nom: true,
      slug: true,
      structureId: true,
      organisationId: true,
      structure: { select: { nom: true, departement: true } },
    },
  },
  consentement: { select: { portee: true, le: true, retireLe: true } },
  occupations: {
    where: { etat: { in: ['TENUE', 'EN_COURS', 'EXPIREE'] } },
    orderBy: { creeLe: 'desc' },
    select: {
      id: true,
      version: true,
      etat: true,
      debut: true,
      fin: true,
      expireLe: true,
      place: { select: { libelle: true } },
    },
  },
  evenements: {
    orderBy: [{ le: 'asc' }, { id: 'asc' }],
    select: { id: true, de: true, vers: true, le: true, cote: true, motif: true },
  },
} satisfies Prisma.OrientationSelect

type SheetRow = Prisma.OrientationGetPayload<{ select: typeof ofSheet }>

/** All that the viewer may know of one orientation, and what it may do to it now. */
export type FicheOrientation = Omit<
  SheetRow,
  'pourLe' | 'auteurId' | 'prescripteurOrganisationId' | 'personneId'
> & {
  pourLe: CivilDate | null
  /** passages open to the viewer, each with the side it would speak for */
  passages: { to: StatutOrientation; cote: CoteMotif }[]
  /** the viewer speaks for the person, whose agreement stands */
  mayTakeBack: boolean
}

/** One orientation, or null when it does not exist or lies outside the viewer's scope. */
export function findOrientation(viewer: Viewer, id: string): Promise<FicheOrientation | null> {
  return readAs(viewer, async (tx) => {
    const row = await tx.orientation.findFirst({
      where: { id, OR: [recuesPar(viewer), envoyeesPar(viewer)] },
      select: ofSheet,
    })
    if (row === null) return null
    const {
      pourLe,
      auteurId: _auteur,
      prescripteurOrganisationId: _organisation,
      personneId: _personne,
      ...sheet
    } = row
    return {
      ...sheet,
      pourLe: pourLe === null ? null : fromDatabaseDate(pourLe),
      passages: openPassages(viewer, row),
      mayTakeBack: row.consentement?.retireLe === null && speaksFor(viewer, row, 'PERSONNE'),
    }
  })
}

function openPassages(viewer: Viewer, row: SheetRow): FicheOrientation['passages'] {
  return passages
    .filter(
      ({ from, to }) =>
        from === row.statut &&
        (row.receveur !== null || to === 'ACCEPTEE' || to === 'RENONCEE' || to === 'RETIREE'),
    )
    .flatMap(({ to, cotes }) => cotes.map((cote) => ({ to, cote })))
    .filter(({ cote }) => speaksFor(viewer, row, cote))
}
