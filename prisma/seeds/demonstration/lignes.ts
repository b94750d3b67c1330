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
  besoins_sans_reponse: Prisma.BesoinSansReponseCreateManyInput[]
  ouvertures_crise: Prisma.OuvertureCriseCreateManyInput[]
  places: Prisma.PlaceCreateManyInput[]
  fermetures: Prisma.FermetureCreateManyInput[]
  contingents: Prisma.ContingentCreateManyInput[]
  entrees: Prisma.EntreeCreateManyInput[]
  personnes: Prisma.PersonneCreateManyInput[]
  orientations: (Omit<Prisma.OrientationCreateManyInput, 'regles'> & { regles: RegleSejour | null })[]
  orientation_evenements: (Omit<Prisma.OrientationEvenementCreateManyInput, 'details'> & {
    details: object | null
  })[]
  consentements: Prisma.ConsentementCreateManyInput[]
  occupations: Prisma.OccupationCreateManyInput[]
  prolongations: Prisma.ProlongationCreateManyInput[]
  sorties: Prisma.SortieCreateManyInput[]
  objectifs_suivis: Prisma.ObjectifSuiviCreateManyInput[]
  rendez_vous: Prisma.RendezVousCreateManyInput[]
  relances: Prisma.RelanceCreateManyInput[]
  plans_sortie: Prisma.PlanSortieCreateManyInput[]
  pistes_sortie: Prisma.PisteSortieCreateManyInput[]
  blocages_sortie: Prisma.BlocageSortieCreateManyInput[]
  revues: Prisma.RevueCreateManyInput[]
  constats: Prisma.ConstatCreateManyInput[]
  regles_visite: Prisma.RegleVisiteCreateManyInput[]
  visites: Prisma.VisiteCreateManyInput[]
  alertes_visite: Prisma.AlerteVisiteCreateManyInput[]
  alertes_prevenues: Prisma.AlertePrevenueCreateManyInput[]
  astreintes: Prisma.AstreinteCreateManyInput[]
  mineurs_orientes: Prisma.MineurOrienteCreateManyInput[]
  observations_disponibilite: Prisma.ObservationDisponibiliteCreateManyInput[]
  operations: (Omit<Prisma.OperationCreateManyInput, 'corps'> & { corps: object | null })[]
  operation_conflits: (Omit<Prisma.OperationConflitCreateManyInput, 'corps'> & { corps: object })[]
  tournees: Prisma.TourneeCreateManyInput[]
  objectifs: Prisma.ObjectifCreateManyInput[]
}

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
    besoins_sans_reponse: [],
    ouvertures_crise: [],
    places: [],
    fermetures: [],
    contingents: [],
    entrees: [],
    personnes: [],
    orientations: [],
    orientation_evenements: [],
    consentements: [],
    occupations: [],
    prolongations: [],
    sorties: [],
    objectifs_suivis: [],
    rendez_vous: [],
    relances: [],
    plans_sortie: [],
    pistes_sortie: [],
    blocages_sortie: [],
    revues: [],
    constats: [],
    regles_visite: [],
    visites: [],
    alertes_visite: [],
    alertes_prevenues: [],
    astreintes: [],
    mineurs_orientes: [],
    observations_disponibilite: [],
    operations: [],
    operation_conflits: [],
    tournees: [],
    objectifs: [],
  }
}

const PAR_ENVOI = 4000
// The two fields whose column is not the field in snake case.
const exceptions: Readonly<Record<string, string>> = {
  verifiee3: 'verifiee_3_mois',
  verifiee6: 'verifiee_6_mois',
}

const toColonne = (field: string) =>
  exceptions[field] ?? field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Writes rows, several thousand by statement (Prisma's `createMany` sends one parameter per value). The first row of a table
 * names the fields: the others have the same.
 */
export async function insertLignes(
  tx: Prisma.TransactionClient,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const fields = Object.keys(rows[0] ?? {})
  const types = await readTypes(tx, table)
  const columns = fields.map((field) => toColonne(field))
  const typed = fields.map((field, index) => `"${field}" ${types.get(columns[index] ?? field) ?? 'inconnu'}`)
  const values = fields.map((field) => `r."${field}"`)
  for (let from = 0; from < rows.length; from += PAR_ENVOI) {
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM json_to_recordset($1::json) AS r(${typed.join(', ')})`,
      JSON.stringify(rows.slice(from, from + PAR_ENVOI)),
    )
  }
}

async function readTypes(tx: Prisma.TransactionClient, table: string): Promise<Map<string, string>> {
  const columns = await tx.$queryRaw<{ nom: string; type: string }[]>`
    SELECT attname AS nom, format_type(atttypid, atttypmod) AS type
    FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped`
  return new Map(columns.map(({ nom, type }) => [nom, type]))
}
