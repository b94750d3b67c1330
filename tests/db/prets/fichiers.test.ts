import { readXlsx } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/domain/comptes/viewer'
import { sheetsOf } from '@/domain/rapports/classeur'
import { findIndicateur } from '@/domain/rapports/catalogue'
import { SANS_OBJET, SECRET_STATISTIQUE, writeCase, writeFigure } from '@/domain/rapports/chiffre'
import { LEGENDE_SECRET, printLivre } from '@/domain/rapports/imprime'
import { printable } from '@/domain/rapports/imprime-texte'
import { blocsOf, indicateursOf, type Livre, livreRecords } from '@/domain/rapports/livre'
import { rapportsPrets } from '@/domain/rapports/prets'
import type { TableauLu } from '@/domain/rapports/tableaux'
import { streamCsv } from '@/lib/csv'
import { makePdf } from '@/lib/pdf'
import { makeWorkbook } from '@/lib/xlsx'
import { readPdf, spaced } from './lire'
import { prepareReader, readQuarter } from './lecteur'

const now = new Date('2026-11-23T21:00:00Z')
let viewer: Viewer

beforeAll(async () => {
  ;({ viewer } = await prepareReader())
})

/** What a PDF says, page by page; `feet`: how each must end; `first`: the page of the first chapter. */
type Printed = Awaited<ReturnType<typeof readPdf>> & { feet: readonly string[]; first: number }

async function print(livre: Livre): Promise<Printed> {
  const imprime = printLivre(livre)
  const read = await readPdf(await makePdf(imprime))
  const { length } = read.pages
  return {
    ...read,
    feet: read.pages.map((_, at) => spaced(`${imprime.pied} page ${at + 1} sur ${length}`)),
    first: read.pages.findIndex((page) => page.startsWith(chaptersOf(livre)[0] ?? '')),
  }
}

function chaptersOf({ chapitres }: Livre): readonly string[] {
  const titres = chapitres.map(({ titre }, rang) => `${rang + 1}. ${titre}`)
  return [...titres, 'Définitions', 'Méthode'].map((titre) => spaced(printable(titre)))
}

/** Titles of the blocs, of their tables and of the definitions. */
function headingsOf(livre: Livre): readonly string[] {
  const blocs = livre.chapitres.flatMap((chapitre) => blocsOf(chapitre))
  return [
    ...blocs.flatMap(({ titre, tableaux }) => [titre, ...tableaux.map((tableau) => tableau.titre)]),
    ...indicateursOf(livre).map(({ nom }) => nom),
  ].map((titre) => spaced(printable(titre)))
}

function tablesOf(livre: Livre): readonly TableauLu[] {
  return livre.chapitres.flatMap((chapitre) => blocsOf(chapitre).flatMap(({ tableaux }) => tableaux))
}

describe.each(rapportsPrets.map((pret) => [pret.id, pret] as const))('le rapport prêt %s', (_, pret) => {
  let livre: Livre
  let printed: Printed

  beforeAll(async () => {
    livre = await readQuarter(viewer, pret, now)
    printed = await print(livre)
  })

  it('a des chiffres dans chaque chapitre', () => {
    expect(livre.chapitres.map(({ titre }) => titre)).toEqual(pret.chapitres.map(({ titre }) => titre))
    for (const { sections } of livre.chapitres)
      expect(sections.flatMap(({ lignes }) => lignes)).not.toEqual([])
  })

  it('a dans son classeur une feuille par tableau, aux chiffres mêmes de l’écran', async () => {
    const { sheets } = await readXlsx(await makeWorkbook(sheetsOf(livre), 'Essai'))
    const tables = tablesOf(livre)
    expect(sheets).toHaveLength(tables.length + 2)
    expect(sheets.slice(1, -1).map(({ rows }) => rows.slice(1).map((row) => row.slice(1)))).toEqual(
      tables.map(({ lignes }) =>
        lignes.map(({ cases }) =>
          cases.map((each) =>
            each.cellule === 'SECRET'
              ? SECRET_STATISTIQUE
              : typeof each.cellule === 'number'
                ? Number(writeFigure(each.cellule, each.decimales, 'FICHIER').replace(',', '.'))
                : writeCase(each),
          ),
        ),
      ),
    )
    expect(
      sheets
        .at(-1)
        ?.rows.slice(1)
        .map(([code]) => code),
    ).toEqual(indicateursOf(livre).map(({ id }) => id))
  })

  it('a dans son PDF chaque ligne de chaque tableau, aux chiffres mêmes de l’écran', () => {
    const { pages, titre, langue } = printed
    expect(titre).toBe(`${pret.nom} · ${livre.periode.libelle}`)
    expect(langue).toBe('fr-FR')
    const text = pages.join(' ')
    const missing = (expected: string) => !text.includes(spaced(printable(expected)))
    const lines = tablesOf(livre).flatMap(({ lignes }) =>
      lignes.flatMap(({ libelle, cases }) =>
        portions(cases).map((each) => [libelle, ...each.map(writeCase)].join(' ')),
      ),
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(missing)).toEqual([])
    const told = indicateursOf(livre).flatMap(({ nom, definition }) => [nom, definition])
    expect(told.filter(missing)).toEqual([])
  })

  it('a une couverture, puis des pages numérotées, à la date des chiffres', () => {
    const { pages, feet } = printed
    expect(pages[0]).toContain('Portée')
    expect(pages[0]).not.toContain('page 1 sur')
    expect(feet[1]).toContain('chiffres du lundi 23 novembre 2026')
    expect(pages.filter((page, at) => at > 0 && !page.endsWith(feet[at] ?? ''))).toEqual([])
  })

  it('a chaque chapitre à la page que dit le sommaire', () => {
    const { pages, first } = printed
    const contents = pages.slice(1, first).join(' ')
    const lost = chaptersOf(livre).filter((titre) => {
      const page = Number.parseInt(contents.split(`${titre} `)[1] ?? '', 10)
      return pages[page - 1]?.includes(titre) !== true
    })
    expect(lost).toEqual([])
  })

  it('ne laisse aucun titre seul au pied d’une page', () => {
    const { pages, feet, first } = printed
    const bodies = pages.slice(first).map((page, at) => page.replace(feet[first + at] ?? '', '').trim())
    const headings = [...chaptersOf(livre), ...headingsOf(livre), spaced(printable(LEGENDE_SECRET))]
    expect(headings.filter((titre) => bodies.some((body) => body.endsWith(titre)))).toEqual([])
  })

  it('a dans son CSV autant de chiffres que ses chapitres', async () => {
    const file = await new Response(streamCsv(livreRecords(livre), async () => {})).text()
    const body = parseCsv(file.split('\r\n\r\n')[1] ?? '', { delimiter: ';' }).slice(1)
    expect(body.map((line) => String(line.at(-1)))).toEqual(
      livre.chapitres.flatMap(({ sections }) =>
        sections.flatMap(({ cellules, colonnes, indicateur }) =>
          cellules.flatMap((ligne) =>
            ligne.map((cellule, column) => {
              const usual = findIndicateur(indicateur)?.decimales ?? 0
              if (typeof cellule !== 'number') return cellule === 'SECRET' ? SECRET_STATISTIQUE : SANS_OBJET
              return writeFigure(cellule, colonnes[column]?.decimales ?? usual, 'FICHIER')
            }),
          ),
        ),
      ),
    )
  })
})

/** A line of a wide table is set in several, each with its heading. */
function portions<Each>(cases: readonly Each[]): (readonly Each[])[] {
  const groups = Math.max(1, Math.ceil(cases.length / 7))
  const size = Math.ceil(cases.length / groups)
  return Array.from({ length: groups }, (_, group) => cases.slice(group * size, (group + 1) * size))
}

describe('le PDF d’un rapport prêt', () => {
  it('se fait sans retenir les autres', async () => {
    const [pret] = rapportsPrets
    if (!pret) throw new Error('aucun rapport prêt')
    const imprime = printLivre(await readQuarter(viewer, pret, now))
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    await makePdf(imprime)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})
