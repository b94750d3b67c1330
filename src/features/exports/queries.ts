import 'server-only'
import { literal } from '@/db/rows'
import { readAs } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate } from '@/domain/commun/civil-date'
import { can, reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type ColonneExport, colonnesExport, type KindColonne } from '@/domain/exports/colonnes'
import type { DemandeExport } from '@/domain/exports/demande'
import type { EtatExport } from '@/domain/exports/etats'
import {
  type FormatExport,
  type PerimetreExport,
  perimetresOf,
  rightOfPerimetre,
} from '@/domain/exports/perimetres'

/** A file asked for, and how far it is. `octets` and `empreinte` (SHA-256, hexadecimal) are those of the whole file once ready. */
export type ExportDemande = {
  id: string
  perimetre: PerimetreExport
  format: FormatExport
  du: CivilDate
  au: CivilDate
  etat: EtatExport
  demandeLe: Date
  finiLe: Date | null
  expireLe: Date | null
  /** rows to write, once counted */
  total: number | null
  lignes: number
  octets: number
  empreinte: string | null
  faute: string | null
}

const ofExport = {
  id: true,
  perimetre: true,
  format: true,
  du: true,
  au: true,
  etat: true,
  demandeLe: true,
  finiLe: true,
  expireLe: true,
  total: true,
  lignes: true,
  octets: true,
  empreinte: true,
  faute: true,
} as const

const HISTORY = 30

/** The files this account asked for, latest first. Null: this account exports nothing. */
export async function listExports(viewer: Viewer): Promise<readonly ExportDemande[] | null> {
  if (!can(viewer, 'rapports.export')) return null
  const rows = await readAs(viewer, (tx) =>
    tx.exportLignes.findMany({
      where: { compteId: viewer.compteId },
      orderBy: [{ demandeLe: 'desc' }, { id: 'desc' }],
      take: HISTORY,
      select: ofExport,
    }),
  )
  return rows.map(toExport)
}

/** A file that this account may take now: its own, ready, not expired, its right still held. Null otherwise. */
export async function findReadyExport(viewer: Viewer, id: string, now: Date): Promise<ExportDemande | null> {
  const row = await readAs(viewer, (tx) =>
    tx.exportLignes.findFirst({
      where: { id, compteId: viewer.compteId, etat: 'PRET', expireLe: { gt: now } },
      select: ofExport,
    }),
  )
  return row !== null && perimetresOf(viewer).includes(row.perimetre) ? toExport(row) : null
}

/** One piece of a file; null when it is gone (expired in the middle of a download). */
export async function readMorceau(viewer: Viewer, id: string, rang: number): Promise<Uint8Array | null> {
  const where = { exportId_rang: { exportId: id, rang } }
  const found = await readAs(viewer, (tx) => tx.exportMorceau.findUnique({ where, select: { octets: true } }))
  return found?.octets ?? null
}

type Row = Omit<ExportDemande, 'du' | 'au' | 'octets'> & { du: Date; au: Date; octets: bigint }

function toExport({ du, au, octets, ...row }: Row): ExportDemande {
  return { ...row, du: fromDatabaseDate(du), au: fromDatabaseDate(au), octets: Number(octets) }
}

const views: Record<PerimetreExport, string> = {
  MARAUDES: 'export_maraudes',
  ARRETS: 'export_arrets',
  SEJOURS: 'export_sejours',
  ORIENTATIONS: 'export_orientations',
  STRUCTURES: 'export_structures',
}

/** How rows are asked of the base: as text for a CSV (`COPY` writes it), as values for what is written here. */
export type Ecriture = 'TEXTES' | 'VALEURS'

/** The query of a set of rows, within the reach of the viewer, always in the same order. Its columns are those of `colonnesExport`. */
export function rowsQuery(viewer: Viewer, demande: DemandeExport, ecriture: Ecriture): string {
  const colonnes = colonnesExport[demande.perimetre]
  return `SELECT ${colonnes.map((colonne) => expressions[ecriture](colonne)).join(', ')} ${fromOf(viewer, demande)}`
}

/** How many rows a file will have: counted without working out what each of them says. */
export function countQuery(viewer: Viewer, demande: DemandeExport): string {
  const { perimetre, du, au } = demande
  if (perimetre !== 'MARAUDES' && perimetre !== 'ARRETS') return rowsQuery(viewer, demande, 'VALEURS')
  const stops = perimetre === 'ARRETS' ? 'JOIN arrets a ON a.maraude_id = v.id' : ''
  return `SELECT 1 FROM maraudes v ${stops}
    WHERE v.organisation_id = (SELECT export_organisation()) AND ${nightsBetween(du, au)}`
}

/** For a map: each row's columns, then the longitude and latitude of its commune or of its public address, or nulls. */
export function placesQuery(viewer: Viewer, demande: DemandeExport): string {
  const colonnes = colonnesExport[demande.perimetre].map((colonne) => expressions.VALEURS(colonne))
  return `SELECT ${[...colonnes, 'v.longitude', 'v.latitude'].join(', ')} ${fromOf(viewer, demande)}`
}

function fromOf(viewer: Viewer, { perimetre, du, au }: DemandeExport): string {
  if (perimetre === 'STRUCTURES') return `FROM ${views.STRUCTURES} v ORDER BY v.departement, v.nom, v.id`
  const order = perimetre === 'ARRETS' ? 'v.nuit, v.arrivee, v.id' : 'v.nuit, v.id'
  return `FROM ${views[perimetre]} v WHERE ${nightsBetween(du, au)}${withinStructures(viewer, perimetre)} ORDER BY ${order}`
}

function nightsBetween(du: CivilDate, au: CivilDate): string {
  return `v.nuit BETWEEN ${literal(du)}::date AND ${literal(au)}::date`
}

/** Who holds the right on some structures only gets the rows of these. */
function withinStructures(viewer: Viewer, perimetre: PerimetreExport): string {
  if (perimetre !== 'SEJOURS' && perimetre !== 'ORIENTATIONS') return ''
  const right = rightOfPerimetre(perimetre)
  const structures = structuresWithin(viewer, right)
  if (reach(viewer, right) === 'ORGANISATION' || structures === 'TOUTES') return ''
  const among = `ANY (ARRAY[${structures.map((id) => literal(id)).join(', ')}]::uuid[])`
  return perimetre === 'SEJOURS'
    ? ` AND v.structure_id = ${among}`
    : ` AND (v.prescripteur_structure_id = ${among} OR v.receveur_structure_id = ${among})`
}

const texts: Record<KindColonne, (name: string, mots: string) => string> = {
  TEXTE: (name) => `texte_de_tableur(${name}::text)`,
  LISTE: wordOf,
  LISTES: wordsOf,
  JOUR: (name) => `to_char(${name}, 'YYYY-MM-DD')`,
  INSTANT: (name) => `to_char(${name} AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI')`,
  ENTIER: (name) => `${name}::text`,
  DECIMAL: (name) => `replace(${name}::text, '.', ',')`,
  OUI_NON: (name) => `CASE WHEN ${name} THEN 'oui' WHEN NOT ${name} THEN 'non' END`,
}

const values: Record<KindColonne, (name: string, mots: string) => string> = {
  TEXTE: (name) => `${name}::text`,
  LISTE: wordOf,
  LISTES: wordsOf,
  JOUR: (name) => `${name}::text`,
  INSTANT: (name) => `to_char(${name} AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI')`,
  ENTIER: (name) => `${name}::integer`,
  DECIMAL: (name) => `${name}::double precision`,
  OUI_NON: (name) => `CASE WHEN ${name} THEN 'oui' WHEN NOT ${name} THEN 'non' END`,
}

/** A code that the list does not know any more stays readable, as the code it is. */
function wordOf(name: string, mots: string): string {
  return `coalesce(${mots} ->> ${name}, ${name})`
}

/** Words have commas of their own. */
function wordsOf(name: string, mots: string): string {
  return `(SELECT string_agg(${wordOf('code', mots)}, ' · ' ORDER BY rang)
    FROM unnest(string_to_array(${name}, ', ')) WITH ORDINALITY AS codes (code, rang))`
}

const expressions: Record<Ecriture, (colonne: ColonneExport) => string> = {
  TEXTES: (colonne) => `${expressionOf(colonne, texts)} AS "${colonne.libelle}"`,
  VALEURS: (colonne) => expressionOf(colonne, values),
}

function expressionOf({ cle, kind, mots = {} }: ColonneExport, written: typeof texts): string {
  return written[kind](`v.${cle}`, `${literal(JSON.stringify(mots))}::jsonb`)
}
