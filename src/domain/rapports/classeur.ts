import { fromParis } from '@/domain/commun/civil-date'
import type { ValeurTableur } from '@/domain/commun/tableur'
import { SECRET_STATISTIQUE, writeCase, writeFigure } from './chiffre'
import { aboutOf, blocsOf, indicateursOf, type Livre, methode } from './livre'
import type { Case, TableauLu } from './tableaux'

/**
 * One sheet: its first line is its head, frozen. `formats`: how numbers or dates of a cell are shown, by line and column. `retraits`:
 * how far in the first cell of a line stands.
 */
export type Feuille = {
  nom: string
  largeurs: readonly number[]
  lignes: readonly (readonly ValeurTableur[])[]
  formats: ReadonlyMap<string, string>
  gras: ReadonlySet<number>
  retraits: ReadonlyMap<number, number>
}

const LONGEST_NAME = 31
const FIGURE_WIDTH = 20
const formatsOf = { 0: '#,##0', 1: '#,##0.0' } as const

/** A ready report as sheets: what it is, one sheet by table, then the dictionary of its figures. */
export function sheetsOf(livre: Livre): readonly Feuille[] {
  const tables = livre.chapitres.flatMap((chapitre, rang) =>
    blocsOf(chapitre).flatMap(({ titre, tableaux }) =>
      tableaux.map((tableau) => ({
        titre: tableaux.length > 1 ? `${titre} ${tableau.titre}` : titre,
        rang: rang + 1,
        tableau,
      })),
    ),
  )
  const noms = new Set<string>()
  return [
    aboutSheet(livre),
    ...tables.map(({ titre, rang, tableau }) => tableSheet(sheetName(`${rang} ${titre}`, noms), tableau)),
    dictionarySheet(livre),
  ]
}

/** A cell as a spreadsheet holds it: rounded as everywhere else, and in words when there is no figure to show. */
export function sheetValue({ cellule, decimales }: Case): ValeurTableur {
  if (typeof cellule === 'number') return Number(writeFigure(cellule, decimales, 'FICHIER').replace(',', '.'))
  return cellule === 'SECRET' ? SECRET_STATISTIQUE : writeCase({ cellule, decimales })
}

function tableSheet(nom: string, { premier, entetes, lignes }: TableauLu): Feuille {
  const formats = new Map<string, string>()
  for (const [line, { cases }] of lignes.entries()) {
    for (const [column, { decimales }] of cases.entries())
      formats.set(`${line + 1},${column + 1}`, formatsOf[decimales])
  }
  return {
    nom,
    largeurs: [44, ...entetes.map(() => FIGURE_WIDTH)],
    lignes: [
      [premier, ...entetes.map(({ libelle }) => libelle)],
      ...lignes.map(({ libelle, cases }) => [libelle, ...cases.map(sheetValue)]),
    ],
    formats,
    gras: new Set(lignes.flatMap(({ isTotal }, line) => (isTotal ? [line + 1] : []))),
    retraits: new Map(lignes.map(({ retrait }, line) => [line + 1, retrait])),
  }
}

function aboutSheet(livre: Livre): Feuille {
  const { pret, periode, calculeLe } = livre
  const lignes: (readonly ValeurTableur[])[] = [
    ['Rapport Maillage', pret.nom],
    ['Première nuit', fromParis(periode.du)],
    ['Dernière nuit', fromParis(periode.au)],
    ['Calculé le', calculeLe],
    ...aboutOf(livre).filter(([terme]) => terme !== 'Calculé le'),
    ...methode.map((phrase, rang) => [rang === 0 ? 'Méthode' : null, phrase]),
  ]
  return {
    nom: 'À propos',
    largeurs: [20, 100],
    lignes,
    formats: new Map([
      ['1,1', 'dd/mm/yyyy'],
      ['2,1', 'dd/mm/yyyy'],
      ['3,1', 'dd/mm/yyyy hh:mm'],
    ]),
    gras: new Set(),
    retraits: new Map(),
  }
}

function dictionarySheet(livre: Livre): Feuille {
  return {
    nom: 'Dictionnaire',
    largeurs: [20, 28, 10, 18, 80, 40, 80],
    lignes: [
      ['Code', 'Indicateur', 'Version', 'Unité', 'Définition', 'Source', 'Limites'],
      ...indicateursOf(livre).map(({ id, nom, version, unite, definition, source, limites }) => [
        id,
        nom,
        version,
        unite,
        definition,
        source,
        limites.join(' '),
      ]),
    ],
    formats: new Map(),
    gras: new Set(),
    retraits: new Map(),
  }
}

/** Short enough for every spreadsheet, without the signs they refuse, and unlike the others. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replaceAll(/[[\]:*?/\\]/g, ' ')
  for (let rang = 1; ; rang++) {
    const suffix = rang === 1 ? '' : ` (${rang})`
    const name = `${plain.slice(0, LONGEST_NAME - suffix.length)}${suffix}`
    if (!taken.has(name.toLowerCase())) {
      taken.add(name.toLowerCase())
      return name
    }
  }
}
