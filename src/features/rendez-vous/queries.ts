import 'server-only'
import { readAs } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { KindRendezVous, MoyenRelance } from '@/domain/parcours/rendez-vous'
import { suiviesPar } from '@/features/suivies/queries'

/** Somebody to reach again after an appointment that did not take place: how, for which day, and which appointment it was. */
export type RelanceAFaire = {
  id: string
  version: number
  code: string
  moyen: MoyenRelance
  pourLe: CivilDate
  kind: KindRendezVous
}

/** What the viewer's team has to take up again, the oldest day first, and how many there are; none without the right to follow. */
export function listRelances(
  viewer: Viewer,
  limite: number,
): Promise<{ lignes: RelanceAFaire[]; total: number }> {
  if (!can(viewer, 'parcours.follow')) return Promise.resolve({ lignes: [], total: 0 })
  return readAs(viewer, async (tx) => {
    const where = { statut: 'A_FAIRE', personne: suiviesPar(viewer, 'parcours.follow') } as const
    const rows = await tx.relance.findMany({
      where,
      orderBy: [{ pourLe: 'asc' }, { id: 'asc' }],
      take: limite,
      select: {
        id: true,
        version: true,
        moyen: true,
        pourLe: true,
        personne: { select: { code: true } },
        rendezVous: { select: { kind: true } },
      },
    })
    const lignes = rows.flatMap(({ personne, rendezVous, pourLe, ...row }) =>
      personne === null
        ? []
        : [{ ...row, code: personne.code, kind: rendezVous.kind, pourLe: fromDatabaseDate(pourLe) }],
    )
    return { lignes, total: await tx.relance.count({ where }) }
  })
}
