import { formatDateTime, formatShortDate } from '@/domain/commun/format'
import type { Niveau } from './axes'
import { findIndicateur } from './catalogue'
import { SANS_OBJET, SECRET_STATISTIQUE, writeFigure } from './chiffre'
import type { Demande } from './demande'
import type { Seuils } from './fait'
import type { Cellule } from './lecture'
import type { Periode } from './periode'
import { periodeFileName } from './periodes-courantes'
import type { Section } from './section'
import { ecartOf } from './tableaux'

/** What a report file says of itself before its figures. */
export type EnTete = {
  demande: Demande
  sections: readonly Section[]
  /** null: every organisation of both departments */
  organisation: string | null
  calculeLe: Date
  seuils: Seuils
  /** the period before, when the report is set beside it */
  avant?: Periode | null
}

const libellesNiveau: Record<Niveau, string> = {
  COMMUNE: 'Commune',
  EPT: 'EPT',
  TERRITOIRE: 'Territoire',
  DEPARTEMENT: 'Département',
  TRAJET: 'Trajet',
  DISPOSITIF: 'Dispositif',
  STRUCTURE: 'Structure',
  ORGANISATION: 'Organisation',
  NATURE: 'Nature de dispositif',
  NON_LOCALISE: 'Non localisé',
  ENSEMBLE: 'Ensemble',
}

/** What the secret means, for who reads the figures. */
export function explainSecret({ simple, sante }: Seuils): string {
  return `Secret statistique : une case qui compte moins de ${simple} personnes (${sante} pour ce qui touche à la santé) n’est pas montrée, ni celles qui permettraient de la retrouver par soustraction. Zéro est montré.`
}

/** Whose rows a report counts. */
export function tellScope(organisation: string | null): string {
  return organisation === null
    ? 'Toutes les organisations, Paris et Seine-Saint-Denis'
    : `${organisation} seulement : ses maraudes, ses dispositifs, les orientations qu’elle envoie ou reçoit`
}

/** Every line of the file, one figure a line under its headings; a figure has a decimal comma and no thousands separator. */
export function* reportRecords(enTete: EnTete): Generator<readonly string[]> {
  yield* headRecords(enTete)
  yield []
  yield enTete.avant ? [...figureHeadings, 'Période d’avant', 'Écart'] : figureHeadings
  for (const section of enTete.sections) yield* figureRecords(section)
}

/** Over the columns of `figureRecords`. */
export const figureHeadings: readonly string[] = [
  'Indicateur', 'Version', 'Unité', 'Rubrique', 'Niveau', 'Code', 'Territoire', 'Valeur',
] // prettier-ignore

/** The name of the file, in plain letters: `maillage-rapport-2026-T3-commune.csv`. */
export function fileName({ periode, par, departement }: Demande): string {
  return `maillage-rapport-${periodeFileName(periode)}-${par}${departement === null ? '' : `-${departement}`}.csv`
}

function* headRecords({
  demande,
  sections,
  organisation,
  calculeLe,
  seuils,
  avant,
}: EnTete): Generator<readonly string[]> {
  const { libelle, du, au } = demande.periode
  yield ['Rapport Maillage', libelle]
  yield ['Nuits', `du ${formatShortDate(du)} au ${formatShortDate(au)}, de midi à midi, heure de Paris`]
  if (avant) {
    yield [
      'Période d’avant',
      avant.libelle,
      `du ${formatShortDate(avant.du)} au ${formatShortDate(avant.au)}`,
    ]
  }
  yield ['Portée', tellScope(organisation)]
  yield ['Calculé le', formatDateTime(calculeLe)]
  yield ['Petits effectifs', explainSecret(seuils)]
  for (const { indicateur } of sections) {
    const found = findIndicateur(indicateur)
    if (!found) continue
    yield [
      found.nom,
      `version ${found.version}`,
      found.definition,
      `Source : ${found.source}`,
      ...found.limites,
    ]
  }
}

/** One figure a line. */
export function* figureRecords({
  indicateur,
  colonnes,
  lignes,
  cellules,
  avant,
}: Section): Generator<readonly string[]> {
  const found = findIndicateur(indicateur)
  if (!found) return
  for (const [line, ligne] of lignes.entries()) {
    for (const [column, colonne] of colonnes.entries()) {
      const { decimales, unite } = { ...found, ...colonne }
      const cellule = cellules[line]?.[column] ?? 0
      const before = avant?.[line]?.[column]
      yield [
        found.nom,
        String(found.version),
        unite,
        colonne.libelle,
        libellesNiveau[ligne.niveau],
        ligne.cle,
        ligne.libelle,
        writeCell(cellule, decimales),
        ...(before === undefined
          ? []
          : [writeCell(before, decimales), writeCell(ecartOf(before, cellule), decimales)]),
      ]
    }
  }
}

function writeCell(cellule: Cellule, decimales: 0 | 1): string {
  if (cellule === 'SANS_OBJET') return SANS_OBJET
  return cellule === 'SECRET' ? SECRET_STATISTIQUE : writeFigure(cellule, decimales, 'FICHIER')
}
