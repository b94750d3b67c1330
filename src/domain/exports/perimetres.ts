import { z } from 'zod'
import { type Action, can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'

/** Rows that can leave as a file, one set each. */
export const perimetreExportSchema = z.enum(['MARAUDES', 'ARRETS', 'SEJOURS', 'ORIENTATIONS', 'STRUCTURES'])
export type PerimetreExport = z.infer<typeof perimetreExportSchema>

/** What a file of rows can be. */
export const formatExportSchema = z.enum(['CSV', 'XLSX', 'GEOJSON'])
export type FormatExport = z.infer<typeof formatExportSchema>

export const libellesPerimetre: Record<PerimetreExport, string> = {
  MARAUDES: 'Maraudes',
  ARRETS: 'Arrêts des maraudes',
  SEJOURS: 'Séjours',
  ORIENTATIONS: 'Orientations',
  STRUCTURES: 'Répertoire des structures',
}

export const libellesFormat: Record<FormatExport, string> = {
  CSV: 'CSV',
  XLSX: 'Classeur (XLSX)',
  GEOJSON: 'Carte (GeoJSON)',
}

/** What a set of rows says and does not, for who asks for it. */
export const notesPerimetre: Record<PerimetreExport, string> = {
  MARAUDES: 'Une ligne par maraude de votre organisation, sans texte libre.',
  ARRETS:
    'Une ligne par arrêt : commune, contacts, matériel, besoins. Jamais un point exact ; sur la carte, le centre de la commune.',
  SEJOURS: 'Une ligne par séjour dans vos dispositifs. Ni personne, ni code.',
  ORIENTATIONS: 'Une ligne par orientation envoyée ou reçue, avec son profil déclaré. Ni personne, ni code.',
  STRUCTURES: 'Une ligne par structure. Les adresses confidentielles n’y sont pas.',
}

/** Besides `rapports.export`, what each set of rows demands: the right to see these rows on screen. */
const rightOf: Record<PerimetreExport, Action> = {
  MARAUDES: 'maraudes.validate',
  ARRETS: 'maraudes.validate',
  SEJOURS: 'places.leave',
  ORIENTATIONS: 'orientations.answer',
  STRUCTURES: 'structures.read',
}

/** The right whose reach bounds the rows of this set. */
export function rightOfPerimetre(perimetre: PerimetreExport): Action {
  return rightOf[perimetre]
}

/** Sets of rows that this viewer may ask for, in order; none for a role that exports nothing. */
export function perimetresOf(viewer: Viewer): readonly PerimetreExport[] {
  if (!can(viewer, 'rapports.export')) return []
  return perimetreExportSchema.options.filter((perimetre) => can(viewer, rightOf[perimetre]))
}

/** A map needs places: only stops and structures have some. */
export function hasFormat(perimetre: PerimetreExport, format: FormatExport): boolean {
  return format !== 'GEOJSON' || perimetre === 'ARRETS' || perimetre === 'STRUCTURES'
}

const idSchema = z.uuid()

/** Whether this piece of an address can name a file. */
export function isExportId(id: string): boolean {
  return idSchema.safeParse(id).success
}
