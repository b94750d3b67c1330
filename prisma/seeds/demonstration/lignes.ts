import type { Prisma } from '@/db/generated/client'
import type { RegleSejour } from '@/domain/places/sejour'

/** Tables the demonstration fills, in an order that foreign keys accept, with the shape of their rows. */
export type Lignes = {
  comptes: Prisma.CompteCreateManyInput[]
  attributions: Prisma.AttributionCreateManyInput[]
  appareils: Prisma.AppareilCreateManyInput[]
  maraudes: Prisma.MaraudeCreateManyInput[]
  arrets: Prisma.ArretCreateManyInput[]
  rencontres: Prisma.RencontreCreateManyInput[]
  materiels: Prisma.MaterielCreateManyInput[]
  besoins: Prisma.BesoinCreateManyInput[]
  incidents: Prisma.IncidentCreateManyInput[]
  messages_rdr: Prisma.MessageRdrCreateManyInput[]
  couvertures: Prisma.CouvertureCreateManyInput[]
  places: Prisma.PlaceCreateManyInput[]
  fermetures: Prisma.FermetureCreateManyInput[]
  contingents: Prisma.ContingentCreateManyInput[]
  personnes: Prisma.PersonneCreateManyInput[]
  orientations: (Omit<Prisma.OrientationCreateManyInput, 'regles'> & { regles: RegleSejour | null })[]
  orientation_evenements: (Omit<Prisma.OrientationEvenementCreateManyInput, 'details'> & {
    details: object | null
  })[]
  consentements: Prisma.ConsentementCreateManyInput[]
  occupations: Prisma.OccupationCreateManyInput[]
  prolongations: Prisma.ProlongationCreateManyInput[]
  sorties: Prisma.SortieCreateManyInput[]
  observations_disponibilite: Prisma.ObservationDisponibiliteCreateManyInput[]
}
export type Table = keyof Lignes

/** No row yet, in every table. */
export function noLignes(): Lignes {
  return {
    comptes: [],
    attributions: [],
    appareils: [],
    maraudes: [],
    arrets: [],
    rencontres: [],
    materiels: [],
    besoins: [],
    incidents: [],
    messages_rdr: [],
    couvertures: [],
    places: [],
    fermetures: [],
    contingents: [],
    personnes: [],
    orientations: [],
    orientation_evenements: [],
    consentements: [],
    occupations: [],
    prolongations: [],
    sorties: [],
    observations_disponibilite: [],
  }
}

const PAR_ENVOI = 4000
// The two fields whose column is not the field in snake case.
const colonnes: Readonly<Record<string, string>> = {
  verifiee3: 'verifiee_3_mois',
  verifiee6: 'verifiee_6_mois',
}

const toColonne = (field: string) =>
  colonnes[field] ?? field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Writes rows in a few statements of several thousand (Prisma's `createMany` sends one parameter per value). Every row of a
 * table must give the same fields in the same order: the first one names the columns.
 */
export async function insertLignes(
  tx: Prisma.TransactionClient,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const fields = Object.keys(rows[0] ?? {})
  const columns = fields.map(toColonne)
  const list = columns.join(', ')
  for (let from = 0; from < rows.length; from += PAR_ENVOI) {
    const lot = rows.slice(from, from + PAR_ENVOI).map((row) => toObjet(row, fields, columns))
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${table}, $1::json)`,
      JSON.stringify(lot),
    )
  }
}

function toObjet(
  row: object,
  fields: readonly string[],
  columns: readonly string[],
): Record<string, unknown> {
  const objet: Record<string, unknown> = {}
  let index = 0
  for (const [field, value] of Object.entries(row)) {
    if (field !== fields[index])
      throw new Error(`Champ inattendu : ${field}, au lieu de ${fields[index] ?? 'rien'}`)
    objet[columns[index++] ?? field] = value
  }
  if (index !== fields.length) throw new Error(`Champ absent : ${fields[index]}`)
  return objet
}
