// One document, set in a thread of its own: laying forty pages takes a second, during which nobody else would be answered.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

// Where the last table of a page may begin: a head of four lines and two rows need the rest.
const LAST_TABLE = 0.86

const pdfmake = createRequire(import.meta.url)('pdfmake')
const { imprime, styles, couleurs, polices } = workerData

const chiffres = {
  hLineWidth: (line, { table }) =>
    line === 0 ? 0 : line === table.headerRows || line === table.body.length ? 0.8 : 0.4,
  hLineColor: (line, { table }) => (line === table.headerRows ? couleurs.encre : couleurs.trait),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 3),
  paddingRight: () => 2,
  paddingTop: () => 2,
  paddingBottom: () => 2,
}
const plain = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: (column) => (column === 0 ? 0 : 8) }
const barres = { ...plain, paddingTop: () => 1, paddingBottom: () => 1 }
const fiche = { ...plain, paddingTop: () => 4, paddingBottom: () => 4 }

pdfmake.setFonts({ Atkinson: polices })
pdfmake.setTableLayouts({ chiffres, barres, fiche })
// Nothing of a report comes from elsewhere: no address is fetched, no file read but the fonts.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(polices).includes(path))

const document = pdfmake.createPdf({
  info: { title: imprime.titre, subject: imprime.sujet, author: 'Maillage', creator: 'Maillage' },
  language: 'fr-FR',
  displayTitle: true,
  pageSize: 'A4',
  pageMargins: [40, 48, 40, 56],
  defaultStyle: { font: 'Atkinson', fontSize: 9, color: couleurs.encre, lineHeight: 1.15 },
  styles,
  patterns: {
    hachures: { boundingBox: [0, 0, 4, 4], xStep: 4, yStep: 4, pattern: '1 w 0 0 m 4 4 l s' },
  },
  content: imprime.contenu,
  // The headings of a long table never stay at the foot of a page without the head and the first lines of it.
  pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) => {
    if (headlineLevel === undefined) return false
    const following = getFollowingNodesOnPage().find(({ table }) => table !== undefined)
    return following === undefined || following.startPosition.verticalRatio > LAST_TABLE
  },
  footer: (page, pages) =>
    page === 1
      ? null
      : {
          margin: [40, 16, 40, 0],
          fontSize: 8,
          color: couleurs.discret,
          columns: [
            { text: imprime.pied, width: '*' },
            { text: `page ${page} sur ${pages}`, width: 80, alignment: 'right' },
          ],
        },
})
const bytes = new Uint8Array(await document.getBuffer())
parentPort.postMessage(bytes, [bytes.buffer])
