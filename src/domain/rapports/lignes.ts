import { z } from 'zod'
import { type CivilDate, civilDateSchema } from '@/domain/commun/civil-date'
import type { PerimetreExport } from '@/domain/exports/perimetres'
import type { NomAxe } from './axes'
import type { NomFonction } from './fait'
import type { Dimension } from './indicateur'

/** Where the rows behind a figure are: which view lists them, and which set of rows they belong to. */
export type Derriere = {
  vue: VueLignes
  perimetre: Exclude<PerimetreExport, 'STRUCTURES'>
  colonne: string
  /** the rows add up to the figure; false: they are what it is worked out from */
  additionne: boolean
}
export type VueLignes =
  | 'lignes_maraudes'
  | 'lignes_contacts'
  | 'lignes_materiel'
  | 'lignes_besoins'
  | 'lignes_actes'
  | 'lignes_orientations'
  | 'lignes_demandes'
  | 'lignes_sejours'

type Vue = Pick<Derriere, 'vue' | 'perimetre'>

const vues: Partial<Record<NomFonction, Vue>> = {
  heures: { vue: 'lignes_maraudes', perimetre: 'MARAUDES' },
  maraudes: { vue: 'lignes_maraudes', perimetre: 'MARAUDES' },
  contacts: { vue: 'lignes_contacts', perimetre: 'ARRETS' },
  materiel: { vue: 'lignes_materiel', perimetre: 'ARRETS' },
  besoins: { vue: 'lignes_besoins', perimetre: 'ARRETS' },
  actes: { vue: 'lignes_actes', perimetre: 'ARRETS' },
  orientations: { vue: 'lignes_orientations', perimetre: 'ORIENTATIONS' },
  delais: { vue: 'lignes_orientations', perimetre: 'ORIENTATIONS' },
  refus: { vue: 'lignes_demandes', perimetre: 'ORIENTATIONS' },
  sejours: { vue: 'lignes_sejours', perimetre: 'SEJOURS' },
  durees: { vue: 'lignes_sejours', perimetre: 'SEJOURS' },
}

// A round is listed once whatever its hours; a median or a rate is worked out from the rows of what guards it.
const comptees: readonly NomFonction[] = [
  'maraudes',
  'contacts',
  'materiel',
  'besoins',
  'actes',
  'orientations',
  'refus',
  'sejours',
]
// The column whose rows a rate is worked out from. None for the rate of recovery: its two counts list their own rows beside it, and no
// cut finer than the EPT says which of its rows are hidden.
const rates: Readonly<Record<string, string | null>> = {
  'taux-admission': 'orientations',
  'taux-recuperation': null,
}

/**
 * The rows behind a column of this function. Null: there are none to list (persons of the « file active », places that are
 * open or free, days since a visit).
 */
export function rowsBehind(fonction: NomFonction, colonne: string): Derriere | null {
  const vue = vues[fonction]
  const rate = rates[colonne]
  if (!vue || rate === null) return null
  const median = fonction === 'delais' || fonction === 'durees'
  const counted = rate ?? (median ? baseOf(fonction, colonne) : colonne)
  return { ...vue, colonne: counted, additionne: comptees.includes(fonction) && counted === colonne }
}

function baseOf(fonction: NomFonction, colonne: string): string {
  return fonction === 'durees' ? 'sorties' : (colonne.split('/')[0] ?? colonne)
}

/** The finest cut of an axis: where a hidden cell hides its rows. */
export const finestCut: Record<NomAxe, Dimension> = {
  TERRITOIRE: 'commune',
  DEPARTEMENT: 'departement',
  TRAJET: 'trajet',
  DISPOSITIF: 'dispositif',
  STRUCTURE: 'structure',
  ORGANISATION: 'organisation',
}

/** Where a page of rows starts: after this one, from the first night to the last. */
export type CurseurLigne = { nuit: CivilDate; id: string }

const curseurSchema = z.object({ nuit: civilDateSchema, id: z.uuid() })

/** The cursor an address carries, `2026-11-23_uuid`; null when it carries none, or nonsense. */
export function readCurseurLigne(text: string): CurseurLigne | null {
  const [nuit, id] = text.split('_')
  const read = curseurSchema.safeParse({ nuit, id })
  return read.success ? read.data : null
}

/** The same, to be put in an address. */
export function writeCurseurLigne({ nuit, id }: CurseurLigne): string {
  return `${nuit}_${id}`
}
