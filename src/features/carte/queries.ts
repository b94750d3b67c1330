import 'server-only'
import { cellToBoundary } from 'h3-js'
import { readAs } from '@/db/transaction'
import { fromDatabaseDate, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type CarteCommunes, carteCommunes } from '@/domain/territoire/carte'
import {
  type CartePassages,
  type CelluleParcourue,
  debutDesPassages,
  describePassages,
} from '@/domain/territoire/couverture'
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

/**
 * Where rounds went these last weeks: the viewer's own cells, the others' widened to 2 km by the base. Null for a viewer without
 * the right to the planning.
 */
export async function readPassages(viewer: Viewer, now: Date): Promise<CartePassages | null> {
  if (!can(viewer, 'carte.read') || !can(viewer, 'planning.read')) return null
  const from = toDatabaseDate(debutDesPassages(toParis(now).date))
  const rows = await readAs(
    viewer,
    (tx) => tx.$queryRaw<(Omit<CelluleParcourue, 'derniereNuit'> & { derniereNuit: Date })[]>`
      SELECT cellule, a_nous AS "aNous", minutes, passages, derniere_nuit AS "derniereNuit"
      FROM cellules_parcourues(${from}::date) ORDER BY a_nous, cellule`,
  )
  return {
    type: 'FeatureCollection',
    features: rows.map(({ derniereNuit, ...row }) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [boundaryOf(row.cellule)] },
      properties: {
        cellule: row.cellule,
        aNous: row.aNous,
        phrase: describePassages({ ...row, derniereNuit: fromDatabaseDate(derniereNuit) }),
      },
    })),
  }
}

function boundaryOf(cellule: string): [longitude: number, latitude: number][] {
  return cellToBoundary(cellule, true).map(([longitude, latitude]) => [longitude, latitude])
}
