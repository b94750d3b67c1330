import 'server-only'
import { readAs } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { ProfilConnu } from '@/domain/orientations/inclusion-saisie'

/** The declared profile of each code that the viewer's organisation follows; the others are left out. */
export async function findProfils(
  viewer: Viewer,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ProfilConnu>> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'personnes.read') || codes.length === 0) return new Map()
  const rows = await readAs(viewer, (tx) =>
    tx.personne.findMany({
      where: { organisationId, anonymiseeLe: null, code: { in: [...codes] } },
      select: { code: true, genre: true, trancheAge: true },
    }),
  )
  return new Map(rows.map(({ code, ...profil }) => [code, profil]))
}
