import 'server-only'
import { type Action, can, type Portee, reach, rightsOf } from '@/domain/comptes/can'
import { type Role, roleSchema, type Titre } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction, withoutViewer } from '@/db/transaction'

/** Who the viewer is, for the frame of a screen and for the tablet. Roles in the order of the closed list, each once. */
export type Identity = {
  compteId: string
  fonction: string
  organisation: { id: string; nom: string } | null
  roles: Role[]
  rights: Record<Action, Portee>
  demonstration: boolean
}

/** The viewer's own identity: nothing of anybody else, so no right is asked. */
export function readIdentity(viewer: Viewer): Promise<Identity> {
  return readAs(viewer, async (tx) => {
    const organisation =
      viewer.organisationId === null
        ? null
        : await tx.organisation.findUnique({
            where: { id: viewer.organisationId },
            select: { id: true, nom: true },
          })
    return {
      compteId: viewer.compteId,
      fonction: viewer.fonction,
      organisation,
      roles: rolesOf(viewer.attributions),
      rights: rightsOf(viewer),
      demonstration: await holdsDemonstration(tx),
    }
  })
}

/** One account anybody may try, in a demonstration base. */
export type DemonstrationAccount = {
  courriel: string
  fonction: string
  organisation: string | null
  roles: Role[]
}

/** Accounts the sign-in page offers: those of a demonstration base only, none at all on a real one. */
export function listDemonstrationAccounts(): Promise<DemonstrationAccount[]> {
  return withoutViewer(async (tx) => {
    const comptes = await tx.compte.findMany({
      where: { demonstration: true, actif: true, motDePasse: { not: null } },
      select: {
        courriel: true,
        fonction: true,
        organisation: { select: { nom: true } },
        attributions: { select: { role: true } },
      },
      orderBy: { creeLe: 'asc' },
      take: 30,
    })
    return comptes.map(({ organisation, attributions, ...compte }) => ({
      ...compte,
      organisation: organisation?.nom ?? null,
      roles: rolesOf(attributions),
    }))
  })
}

/** One account as its administration shows it. Instants, null when never. */
export type CompteRow = {
  id: string
  courriel: string
  fonction: string
  organisation: string | null
  roles: Role[]
  actif: boolean
  totp: boolean
  vuLe: Date | null
  sessions: number
}

const COMPTES_PER_PAGE = 50

/**
 * Accounts the viewer may administer, by e-mail, 50 at a time: those of its organisation, or all. `apres` is the last e-mail
 * of the page before; `suivant` the one to give next, null on the last page. Without the right, no row.
 */
export function listComptes(
  viewer: Viewer,
  { apres, now }: { apres?: string | undefined; now: Date },
): Promise<{ comptes: CompteRow[]; suivant: string | null }> {
  return readAs(viewer, async (tx) => {
    const found = await tx.compte.findMany({
      where: { AND: [comptesWithin(viewer), apres === undefined ? {} : { courriel: { gt: apres } }] },
      select: {
        id: true,
        courriel: true,
        fonction: true,
        actif: true,
        totp: true,
        organisation: { select: { nom: true } },
        attributions: { select: { role: true } },
        sessions: { select: { vueLe: true, expireLe: true, revoqueeLe: true }, orderBy: { vueLe: 'desc' } },
      },
      orderBy: { courriel: 'asc' },
      take: COMPTES_PER_PAGE + 1,
    })
    const comptes = found
      .slice(0, COMPTES_PER_PAGE)
      .map(({ organisation, attributions, sessions, totp, ...compte }) => ({
        ...compte,
        totp: totp !== null,
        organisation: organisation?.nom ?? null,
        roles: rolesOf(attributions),
        vuLe: sessions[0]?.vueLe ?? null,
        sessions: sessions.filter(({ expireLe, revoqueeLe }) => revoqueeLe === null && expireLe > now).length,
      }))
    return { comptes, suivant: found.length > COMPTES_PER_PAGE ? (comptes.at(-1)?.courriel ?? null) : null }
  })
}

/** The `where` of the accounts a viewer administers; matches nothing without the right. */
function comptesWithin(viewer: Viewer): Prisma.CompteWhereInput {
  const portee = reach(viewer, 'comptes.read')
  if (portee === 'TERRITOIRE') return {}
  if (portee === 'ORGANISATION' && viewer.organisationId !== null)
    return { organisationId: viewer.organisationId }
  return { id: { in: [] } }
}

/** One line of the journal. `refus` null: it was done. */
export type JournalRow = {
  id: string
  le: Date
  action: string
  objet: string | null
  objetId: string | null
  refus: string | null
  courriel: string | null
  organisation: string | null
}

/** Where a page of the journal stops; the next one begins just before, in time. */
export type JournalCursor = { le: Date; id: string }

const LINES_PER_PAGE = 100

/** The journal from the latest line, 100 at a time, of one action or all. Without the right, no row. */
export function listJournal(
  viewer: Viewer,
  { action, avant }: { action?: string | undefined; avant?: JournalCursor | undefined },
): Promise<{ lignes: JournalRow[]; suivant: JournalCursor | null }> {
  if (!can(viewer, 'journal.read')) return Promise.resolve({ lignes: [], suivant: null })
  return readAs(viewer, async (tx) => {
    const found = await tx.journal.findMany({
      where: {
        ...(action !== undefined && { action }),
        ...(avant !== undefined && {
          le: { lte: avant.le },
          OR: [{ le: { lt: avant.le } }, { id: { lt: avant.id } }],
        }),
      },
      orderBy: [{ le: 'desc' }, { id: 'desc' }],
      take: LINES_PER_PAGE + 1,
    })
    const lignes = await nameLines(tx, found.slice(0, LINES_PER_PAGE))
    const last = lignes.at(-1)
    return { lignes, suivant: found.length > LINES_PER_PAGE && last ? { le: last.le, id: last.id } : null }
  })
}

/** Every action the journal holds, for its filter. Without the right, none. */
export function listJournalActions(viewer: Viewer): Promise<string[]> {
  if (!can(viewer, 'journal.read')) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const found = await tx.journal.findMany({
      distinct: ['action'],
      select: { action: true },
      orderBy: { action: 'asc' },
    })
    return found.map(({ action }) => action)
  })
}

type Line = Prisma.JournalGetPayload<object>

/** The journal keeps ids without a foreign key, so that nothing ever has to be erased with an account. */
async function nameLines(tx: Transaction, lines: readonly Line[]): Promise<JournalRow[]> {
  const comptes = await tx.compte.findMany({
    where: { id: { in: lines.flatMap(({ compteId }) => compteId ?? []) } },
    select: { id: true, courriel: true },
  })
  const organisations = await tx.organisation.findMany({
    where: { id: { in: lines.flatMap(({ organisationId }) => organisationId ?? []) } },
    select: { id: true, nom: true },
  })
  return lines.map(({ compteId, organisationId, id, le, action, objet, objetId, refus }) => ({
    id,
    le,
    action,
    objet,
    objetId,
    refus,
    courriel: comptes.find((compte) => compte.id === compteId)?.courriel ?? null,
    organisation: organisations.find((organisation) => organisation.id === organisationId)?.nom ?? null,
  }))
}

function rolesOf(attributions: readonly { role: Titre }[]): Role[] {
  return roleSchema.options.filter((role) => attributions.some((held) => held.role === role))
}

async function holdsDemonstration(tx: Transaction): Promise<boolean> {
  const found = await tx.compte.findFirst({ where: { demonstration: true }, select: { id: true } })
  return found !== null
}
