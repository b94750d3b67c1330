import { formatShortDate, formatDatedTime, plural } from '../commun/format'
import { type Champ, formeDe, type NatureChamp } from './forme'

/** One thing an act says, in words. `cle` is the path of the field: `arrivee`, `rencontres.0`. */
export type Ligne = { cle: string; terme: string; detail: string }

/** A body as it was received: nothing is known of it but that it is an object. */
export type Corps = Readonly<Record<string, unknown>>

// What the mailbox of the tablets writes of an act that nobody can read, or in nobody's name.
const motifsCodes: Readonly<Record<string, string>> = {
  ILLISIBLE: 'Illisible : scellé pour une autre clé, ou abîmé en route',
  AUTEUR_INCONNU: 'Noté par un compte que cette organisation ne connaît pas',
}

/** Why an act waits, as a sentence. */
export function direMotif(motif: string): string {
  return motifsCodes[motif] ?? motif
}

/** Everything a body says, field by field, in words; what this version does not know of is told too, by its name. */
export function lignesDe(kind: string, corps: Corps): Ligne[] {
  const forme = formeDe(kind)
  if (forme === null)
    return [{ cle: 'kind', terme: 'Contenu', detail: 'illisible par cette version de Maillage' }]
  const known = new Set([...forme.champs, ...forme.groupes].map(({ nom }) => nom))
  const strangers = Object.keys(corps).filter((nom) => !known.has(nom))
  return [
    ...forme.champs.flatMap((champ) => {
      const detail = direValeur(champ, corps[champ.nom])
      return detail === null ? [] : [{ cle: champ.nom, terme: champ.libelle, detail }]
    }),
    ...forme.groupes.flatMap(({ nom, libelle, champs }) =>
      lignesListe(corps[nom]).map((line, rang) => ({
        cle: `${nom}.${rang}`,
        terme: libelle,
        detail: champs.flatMap((champ) => direDansLigne(champ, line[champ.nom])).join(' · '),
      })),
    ),
    ...strangers.map((nom) => ({
      cle: nom,
      terme: `Champ inconnu « ${nom.slice(0, 60)} »`,
      detail: 'non lu',
    })),
  ]
}

/** The lines of a list of a body; what is not a line reads as an empty one, so that ranks stay those received. */
export function lignesListe(value: unknown): Corps[] {
  return Array.isArray(value) ? value.map((line) => (isCorps(line) ? line : {})) : []
}

/** Whether a value read from JSON is an object. */
export function isCorps(value: unknown): value is Corps {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** A body out of the base; empty when it is none. */
export function corpsOf(json: unknown): Corps {
  return isCorps(json) ? json : {}
}

/** Whether a value of a body may name a row. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

function direDansLigne(champ: Champ, value: unknown): string[] {
  const detail = direValeur(champ, value)
  if (detail === null) return []
  return champ.nature === 'NOMBRE' ? [`${champ.libelle.toLocaleLowerCase('fr')} : ${detail}`] : [detail]
}

/** A value in words; null when nothing was said. */
function direValeur(champ: Champ, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  return (phrases[champ.nature] ?? brut)(value, champ)
}

const phrases: Partial<Record<NatureChamp, (value: unknown, champ: Champ) => string | null>> = {
  CHOIX: direChoix,
  OUI_NON: (value) => (value === true ? 'Oui' : value === false ? 'Non' : brut(value)),
  INSTANT: direInstant,
  DATE: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? formatShortDate(value) : brut(value),
  COMPTE: (value) => (Array.isArray(value) ? plural(value.length, 'cellule', 'cellules') : brut(value)),
  RENVOI: (value) => (typeof value === 'string' ? `…${value.slice(-4)}` : 'oui'),
  MOTS: direMots,
}

function direMots(value: unknown): string | null {
  if (!Array.isArray(value)) return brut(value)
  return value.length === 0 ? null : value.map((mot) => brut(mot)).join(', ')
}

function direChoix(value: unknown, { choix }: Champ): string {
  const known = typeof value === 'string' ? choix?.[value] : undefined
  return known ?? `${brut(value)} (hors de la liste)`
}

function direInstant(value: unknown): string {
  const instant = new Date(typeof value === 'string' || typeof value === 'number' ? value : Number.NaN)
  if (Number.isNaN(instant.getTime())) return brut(value)
  return formatDatedTime(instant)
}

function brut(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return 'valeur illisible'
}
