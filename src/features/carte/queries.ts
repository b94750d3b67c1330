import 'server-only'
import { readAs } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type CarteCommunes, carteCommunes } from '@/domain/territoire/carte'
import { geometrieSchema } from '@/domain/territoire/contours'

/** What changes whenever the contours do; null for a viewer without the right to the map. */
export async function readContoursVersion(viewer: Viewer): Promise<string | null> {
  if (!can(viewer, 'carte.read')) return null
  const { _count, _max } = await readAs(viewer, (tx) =>
    tx.contour.aggregate({ _count: true, _max: { importeLe: true } }),
  )
  return `${_count}-${_max.importeLe?.getTime() ?? 0}`
}

/** The 59 communes to draw, by their imported contours or schematically; null for a viewer without the right to the map. */
export async function readCarteCommunes(viewer: Viewer): Promise<CarteCommunes | null> {
  if (!can(viewer, 'carte.read')) return null
  const rows = await readAs(viewer, (tx) => tx.contour.findMany({ orderBy: { code: 'asc' } }))
  return carteCommunes(
    rows.map(({ code, geometrie }) => ({ code, geometrie: geometrieSchema.parse(geometrie) })),
  )
}
