import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, it } from 'vitest'
import { sheetsOf } from '@/domain/rapports/classeur'
import { writeFigure } from '@/domain/rapports/chiffre'
import { type Livre, livreRecords } from '@/domain/rapports/livre'
import { findPret } from '@/domain/rapports/prets'
import { streamCsv } from '@/lib/csv'
import { makeWorkbook } from '@/lib/xlsx'
import { prepareReader, readQuarter } from './lecteur'
import { hasSpreadsheet, openInSpreadsheet } from './tableur'

const PATIENCE_MS = 120_000
let livre: Livre

beforeAll(async () => {
  const pret = findPret('couverture')
  if (!pret) throw new Error('Le rapport de couverture est prêt.')
  livre = await readQuarter((await prepareReader()).viewer, pret, new Date('2026-11-23T21:00:00Z'))
})

function figuresOf(id: string): number[] {
  const sections = livre.chapitres.flatMap((chapitre) => chapitre.sections)
  return sections
    .filter(({ indicateur }) => indicateur === id)
    .flatMap(({ cellules }) => cellules.flat())
    .filter((cellule) => typeof cellule === 'number')
}

describe.skipIf(!hasSpreadsheet())('LibreOffice, quand il est installé', { timeout: PATIENCE_MS }, () => {
  it('ouvre le classeur : accents, dates et décimales à la française', async () => {
    const read = await openInSpreadsheet('essai.xlsx', await makeWorkbook(sheetsOf(livre), 'Essai'))
    const text = [...read.values()].map((bytes) => Buffer.from(bytes).toString('utf8')).join('\n')
    expect(read.size).toBe(sheetsOf(livre).length)
    expect(text).toContain('Épinay-sur-Seine')
    expect(text).toContain('Première nuit;01/07/2026')
    expect(text).toContain('Dernière nuit;30/09/2026')
    expect(text).toContain('Calculé le;23/11/2026 22:00')
    expect(text).toContain(`;${writeFigure(Math.max(...figuresOf('heures')), 1)};`)
  })

  it('ouvre le CSV : accents lus, décimales comprises comme des nombres', async () => {
    const file = new Response(streamCsv(livreRecords(livre), async () => {}))
    const read = await openInSpreadsheet('essai.csv', new Uint8Array(await file.arrayBuffer()))
    const [bytes] = [...read.values()]
    const { sheets } = await readXlsx(bytes ?? new Uint8Array())
    const rows = sheets[0]?.rows ?? []
    expect(rows.flat()).toContain('Épinay-sur-Seine')
    const heures = rows.filter((row) => row[1] === 'Heures de maraude').map((row) => row.at(-1))
    expect(heures).toContain(Math.round(Math.max(...figuresOf('heures')) * 10) / 10)
    expect(heures.filter((value) => typeof value === 'number')).toHaveLength(figuresOf('heures').length)
  })
})
