import type { Content, ContentTable, Margins, TableCell } from 'pdfmake/interfaces'
import { formatDate } from '@/domain/commun/format'
import { toParis } from '@/domain/commun/civil-date'
import { writeCase } from './chiffre'
import { aboutOf, blocsOf, type ChapitreLu, indicateursOf, type Livre, methode } from './livre'
import { findIndicateur } from './catalogue'
import { chartOf } from './graphique'
import { barsOf } from './imprime-barres'
import { flowOf } from './imprime-flux'
import { printable } from './imprime-texte'
import type { Indicateur } from './indicateur'
import { hasSecret } from './section'
import type { BlocLu, LigneTableau, TableauLu } from './tableaux'

/** A document to print, in plain values that travel to the thread that sets it. `pied`: left of each foot; no foot on the cover. */
export type Imprime = { titre: string; sujet: string; pied: string; contenu: Content[] }

/** Under the title of a chapter that hides a figure. */
export const LEGENDE_SECRET = '« secret » : secret statistique, expliqué au chapitre « Méthode ».'

/** Columns of figures that a portrait page holds beside the first. */
const WIDEST = 7
const NARROW = 52
const WIDE = 76
/** Up to so many columns, they have room. */
const FEW = 4
/** Up to so many lines, a table stays whole. */
const SHORT = 16
const encre = '#1c2430'
const discret = '#566072'
const trait = '#c9d0da'

/** Lays a ready report to be printed: cover, contents, chapters (tables, then bars), definitions, method. */
export function printLivre(livre: Livre): Imprime {
  const { pret, periode } = livre
  return {
    titre: `${pret.nom} · ${periode.libelle}`,
    sujet: pret.pour,
    pied: printable(
      `Maillage · ${pret.nom} · ${periode.libelle} · chiffres du ${formatDate(toParis(livre.calculeLe).date)}`,
    ),
    contenu: [
      ...cover(livre),
      {
        toc: { title: { text: 'Sommaire', style: 'titre' }, numberStyle: { alignment: 'right' } },
        pageBreak: 'before',
      },
      {
        stack: [
          ...livre.chapitres.flatMap((chapitre, rang) => chapter(chapitre, rang + 1)),
          ...definitions(indicateursOf(livre)),
          ...method(livre),
        ],
        pageBreak: 'before',
      },
    ],
  }
}

function cover(livre: Livre): Content[] {
  return [
    { text: 'Maillage', style: 'marque' },
    { text: printable(livre.pret.nom), style: 'couverture' },
    { text: printable(livre.periode.libelle), style: 'sousTitre' },
    { text: printable(livre.pret.pour), color: discret, margin: [0, 8, 0, 0] },
    { canvas: [{ type: 'rect', x: 0, y: 0, w: 72, h: 4, color: '#1d4e89' }], margin: [0, 24, 0, 24] },
    {
      table: {
        widths: [96, '*'],
        body: aboutOf(livre).map(([terme, detail]) => [
          { text: printable(terme), bold: true },
          { text: printable(detail) },
        ]),
      },
      layout: 'fiche',
    },
  ]
}

function chapter(chapitre: ChapitreLu, rang: number): Content[] {
  const opening: readonly Heading[] = [
    chapterHeading(`${rang}. ${chapitre.titre}`),
    ...(chapitre.sections.some(hasSecret) ? [{ text: printable(LEGENDE_SECRET), style: 'note' }] : []),
  ]
  return blocsOf(chapitre).flatMap((bloc, first) => blocContent(bloc, first === 0 ? opening : []))
}

/** `opening`: the headings of the chapter that this begins. */
function blocContent({ titre, sections, tableaux }: BlocLu, opening: readonly Heading[]): Content[] {
  const heading: Heading = {
    text: printable(titre),
    style: 'bloc',
    tocItem: true,
    tocMargin: [14, 0, 0, 0],
  }
  return [
    ...tableaux
      .flatMap((tableau) => portionsOf(tableau, tableaux.length > 1 ? tableau.titre : titre))
      .flatMap(({ titre: own, isNamed, table, isShort }, rang) => {
        const named = isNamed || tableaux.length > 1 ? [{ text: printable(own), style: 'tableau' }] : []
        return keepTogether([...(rang === 0 ? [...opening, heading] : []), ...named], table, isShort)
      }),
    ...sections.flatMap((section) => {
      const indicateur = findIndicateur(section.indicateur)
      const graphique = chartOf(section)
      return [...(indicateur && graphique ? [barsOf(indicateur, graphique)] : []), ...flowOf(section)]
    }),
  ]
}

type Heading = { text: string; style: string; tocItem?: true; tocMargin?: Margins }
type Portion = { titre: string; isNamed: boolean; table: ContentTable; isShort: boolean }

/** A table too wide for the page continues under itself, its first column repeated. */
function portionsOf(tableau: TableauLu, titre: string): readonly Portion[] {
  const groups = Math.max(1, Math.ceil(tableau.entetes.length / WIDEST))
  const size = Math.ceil(tableau.entetes.length / groups)
  return Array.from({ length: groups }, (_, group) => ({
    titre: group === 0 ? titre : `${titre} (suite)`,
    isNamed: group > 0,
    table: figures(tableau, group * size, size),
    isShort: tableau.lignes.length <= SHORT,
  }))
}

function chapterHeading(titre: string): Heading {
  return { text: printable(titre), style: 'chapitre', tocItem: true }
}

/** A short table is never cut in two, nor from its headings; those of a long one stay with its first lines. */
function keepTogether(headings: readonly Heading[], table: ContentTable, isShort: boolean): Content[] {
  if (isShort) return [{ unbreakable: true, stack: [...headings, table] }]
  return [{ headlineLevel: 1, stack: [...headings] }, table]
}

function figures({ premier, entetes, lignes }: TableauLu, from: number, size: number): ContentTable {
  const shown = entetes.slice(from, from + size)
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      widths: ['*', ...shown.map(() => (shown.length <= FEW ? WIDE : NARROW))],
      body: [
        [
          { text: printable(premier), style: 'entete' },
          ...shown.map(({ libelle }): TableCell => ({
            text: printable(libelle),
            style: 'entete',
            alignment: 'right',
          })),
        ],
        ...lignes.map((ligne) => row(ligne, from, size)),
      ],
    },
    layout: 'chiffres',
    margin: [0, 0, 0, 12],
  }
}

function row({ libelle, retrait, isTotal, cases }: LigneTableau, from: number, size: number): TableCell[] {
  return [
    { text: printable(libelle), margin: [retrait * 10, 0, 0, 0], bold: isTotal },
    ...cases.slice(from, from + size).map((each): TableCell => ({
      text: printable(writeCase(each)),
      alignment: 'right',
      bold: isTotal,
      ...(typeof each.cellule === 'number' ? {} : { color: discret, fontSize: 8 }),
    })),
  ]
}

function definitions(indicateurs: readonly Indicateur[]): Content[] {
  return indicateurs.map(({ nom, definition, unite, source, limites, id, version }, rang): Content => ({
    unbreakable: true,
    margin: [0, 0, 0, 10],
    stack: [
      ...(rang === 0 ? [chapterHeading('Définitions')] : []),
      { text: printable(nom), style: 'bloc' },
      { text: printable(definition) },
      { text: printable(`En ${unite}. Source : ${source}.`), color: discret, margin: [0, 3, 0, 0] },
      { ul: limites.map((limite) => printable(limite)), margin: [0, 3, 0, 0] },
      { text: printable(`${id}, version ${version}`), style: 'note' },
    ],
  }))
}

function method(livre: Livre): Content[] {
  const stacks: Content[][] = [
    [
      chapterHeading('Méthode'),
      { ul: methode.map((phrase) => ({ text: printable(phrase), margin: [0, 0, 0, 6] })) },
    ],
    [
      { text: printable('Petits effectifs'), style: 'bloc' },
      { text: printable(aboutOf(livre).at(-1)?.[1] ?? '') },
    ],
  ]
  return stacks.map((stack) => ({ unbreakable: true, stack }))
}

/** Styles of the printed page, in points. */
export const styles = {
  marque: { fontSize: 13, bold: true, color: '#1d4e89', margin: [0, 96, 0, 60] },
  couverture: { fontSize: 30, bold: true, lineHeight: 1.05 },
  sousTitre: { fontSize: 16, color: discret, margin: [0, 8, 0, 0] },
  titre: { fontSize: 18, bold: true, margin: [0, 0, 0, 12] },
  chapitre: { fontSize: 18, bold: true, margin: [0, 20, 0, 8] },
  bloc: { fontSize: 12, bold: true, margin: [0, 10, 0, 4] },
  tableau: { fontSize: 10, bold: true, color: discret, margin: [0, 4, 0, 3] },
  entete: { fontSize: 8, bold: true },
  note: { fontSize: 8, color: discret, margin: [0, 3, 0, 0] },
} as const

/** Ink, faint ink and rule of the printed page. */
export const couleursImprimees = { encre, discret, trait }
