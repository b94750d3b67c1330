import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'

type Side = { id: string; nom: string; organisationId: string }

/** Who answers for the follow-up of an orientation, whom it could pass to, and what is proposed. */
export type Suivi = {
  id: string
  version: number
  responsable: Side
  /** the other side of the orientation; null while nobody has taken it */
  autre: Side | null
  finiLe: Date | null
  finMotif: string | null
  /** a proposal without an answer */
  remise: { id: string; vers: Side; demandeeLe: Date } | null
}

const side = { select: { id: true, nom: true, organisationId: true } } as const

/** The follow-up of one orientation that the viewer of the transaction sees, or null. */
export async function findSuivi(tx: Transaction, id: string): Promise<Suivi | null> {
  const row = await tx.orientation.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      suiviFiniLe: true,
      suiviFinMotif: true,
      responsable: side,
      prescripteur: side,
      receveur: { select: { structure: side } },
      remises: { where: { repondueLe: null }, select: { id: true, demandeeLe: true, vers: side } },
    },
  })
  if (row === null) return null
  const { responsable, prescripteur, receveur, remises } = row
  const others = [prescripteur, receveur?.structure ?? null].filter((each) => each !== null)
  return {
    id: row.id,
    version: row.version,
    responsable,
    autre: others.find((each) => each.id !== responsable.id) ?? null,
    finiLe: row.suiviFiniLe,
    finMotif: row.suiviFinMotif,
    remise: remises[0] ?? null,
  }
}

/** The same for a screen, with what the viewer may do about it; null out of its scope. */
export function readSuivi(
  viewer: Viewer,
  id: string,
): Promise<(Suivi & { mayChange: boolean; mayAnswer: boolean }) | null> {
  return readAs(viewer, async (tx) => {
    const suivi = await findSuivi(tx, id)
    if (suivi === null) return null
    return {
      ...suivi,
      mayChange: suivi.finiLe === null && answersFor(viewer, suivi.responsable),
      mayAnswer: suivi.remise !== null && answersFor(viewer, suivi.remise.vers),
    }
  })
}

function answersFor(viewer: Viewer, { id: structureId, organisationId }: Side): boolean {
  return can(viewer, 'orientations.answer', { structureId, organisationId })
}
