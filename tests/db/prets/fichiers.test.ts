import { readXlsx } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/domain/comptes/viewer'
import { sheetsOf } from '@/domain/rapports/classeur'
import { findIndicateur } from '@/domain/rapports/catalogue'
import { SANS_OBJET, SECRET_STATISTIQUE, writeCase, writeFigure } from '@/domain/rapports/chiffre'
import { printLivre } from '@/domain/rapports/imprime'
import { printable } from '@/domain/rapports/imprime-texte'
import { blocsOf, indicateursOf, type Livre, livreRecords } from '@/domain/rapports/livre'
import { type RapportPret, rapportsPrets } from '@/domain/rapports/prets'
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

function livreOf(pret: RapportPret): Promise<Livre> {
  return readQuarter(viewer, pret, now)
}

function tablesOf(livre: Livre): readonly TableauLu[] {
  return livre.chapitres.flatMap((chapitre) => blocsOf(chapitre).flatMap(({ tableaux }) => tableaux))
}

describe.each(rapportsPrets.map((pret) => [pret.id, pret] as const))('le rapport prêt %s', (_, pret) => {
  it('a des chiffres dans chaque chapitre', async () => {
    const livre = await livreOf(pret)
    expect(livre.chapitres.map(({ titre }) => titre)).toEqual(pret.chapitres.map(({ titre }) => titre))
    for (const { sections } of livre.chapitres)
      expect(sections.flatMap(({ lignes }) => lignes)).not.toEqual([])
  })

  it('a dans son classeur une feuille par tableau, aux chiffres mêmes de l’écran', async () => {
    const livre = await livreOf(pret)
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

  it('a dans son PDF chaque ligne de chaque tableau, aux chiffres mêmes de l’écran', async () => {
    const livre = await livreOf(pret)
    const { pages, titre, langue } = await readPdf(await makePdf(printLivre(livre)))
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

  it('a dans son CSV autant de chiffres que ses chapitres', async () => {
    const livre = await livreOf(pret)
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
  it('a une couverture, un sommaire aux bonnes pages, des pages numérotées et la date des chiffres', async () => {
    const [pret] = rapportsPrets
    if (!pret) throw new Error('aucun rapport prêt')
    const livre = await livreOf(pret)
    const { pages } = await readPdf(await makePdf(printLivre(livre)))
    expect(pages[0]).toContain('Portée')
    expect(pages[0]).not.toContain('page 1 sur')
    const contents = pages.findIndex((page) => page.includes('Sommaire'))
    for (const [rang, { titre }] of livre.chapitres.entries()) {
      const heading = spaced(printable(`${rang + 1}. ${titre}`))
      const at = pages.findIndex((page, number) => number > contents && page.startsWith(heading))
      expect(pages[contents]).toContain(`${heading} ${at + 1}`)
      expect(pages[at]).toContain(`page ${at + 1} sur ${pages.length}`)
      expect(pages[at]).toContain('chiffres du lundi 23 novembre 2026')
    }
  })

  it('se fait sans retenir les autres', async () => {
    const [pret] = rapportsPrets
    if (!pret) throw new Error('aucun rapport prêt')
    const imprime = printLivre(await livreOf(pret))
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    await makePdf(imprime)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})
