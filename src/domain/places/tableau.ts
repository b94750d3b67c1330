import { z } from 'zod'
import { type KindDispositif, kindDispositifSchema } from '../structures/listes'
import { DISPOSITIFS_POUR_DORMIR } from '../structures/resume'
import { type Departement, departementSchema } from '../territoire/territoire'

/** Whom one seeks a place for, as a filter of the board. */
export const rechercheSchema = z.enum(['FEMMES', 'COUPLE', 'ANIMAUX', 'PLAIN_PIED'])
export type Recherche = z.infer<typeof rechercheSchema>
export const libellesRecherche: Record<Recherche, string> = {
  FEMMES: 'Réservées aux femmes',
  COUPLE: 'Pour un couple',
  ANIMAUX: 'Avec un animal',
  PLAIN_PIED: 'De plain-pied',
}

/** Filters of the board, read from the address; what is not understood filters nothing. */
export const filtresTableauSchema = z.object({
  departement: departementSchema.optional().catch(undefined),
  type: kindDispositifSchema.optional().catch(undefined),
  pour: rechercheSchema.optional().catch(undefined),
})
export type FiltresTableau = z.infer<typeof filtresTableauSchema>

/** How the places of a device, or of several, stand right now: `libres` + the other four = `places`. */
export type Comptes = {
  places: number
  libres: number
  reservees: number
  occupees: number
  aPreparer: number
  fermees: number
}

/** Adds the counts of several devices; places of all kinds together. */
export function sumComptes(rows: readonly Comptes[]): Comptes {
  const total = (of: keyof Comptes) => rows.reduce((sum, row) => sum + row[of], 0)
  return {
    places: total('places'),
    libres: total('libres'),
    reservees: total('reservees'),
    occupees: total('occupees'),
    aPreparer: total('aPreparer'),
    fermees: total('fermees'),
  }
}

/**
 * The places of tonight in each of the two departments, always both, in the same order. A seat of a rest space is for the day:
 * it is on the board, and nobody sleeps there (`DISPOSITIFS_POUR_DORMIR`).
 */
export function comptesParDepartement(
  rows: readonly (Comptes & { departement: Departement; kind: KindDispositif })[],
): { departement: Departement; comptes: Comptes }[] {
  const beds = rows.filter(({ kind }) => DISPOSITIFS_POUR_DORMIR.includes(kind))
  return departementSchema.options.map((departement) => ({
    departement,
    comptes: sumComptes(beds.filter((row) => row.departement === departement)),
  }))
}

/** Devices where one spends the night, and those of the day: a rest seat is never counted among the beds of the night. */
export function splitByNight<Row extends { kind: KindDispositif }>(
  rows: readonly Row[],
): { nuit: Row[]; jour: Row[] } {
  const isNight = ({ kind }: Row) => DISPOSITIFS_POUR_DORMIR.includes(kind)
  return { nuit: rows.filter(isNight), jour: rows.filter((row) => !isNight(row)) }
}

/** A count of people small enough to point at somebody is not written: null, read « moins de 5 ». Zero points at nobody. */
export function protegeCompte(compte: number, seuil: number): number | null {
  return compte > 0 && compte < seuil ? null : compte
}
