import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of each page of a PDF, in the order it is set, every space made one. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ pages: string[]; titre: string; langue: string }> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(spaced(items.map((item) => ('str' in item ? item.str : '')).join(' ')))
  }
  const { info } = await document.getMetadata()
  await loading.destroy()
  const titre = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
  const langue = 'Language' in info && typeof info.Language === 'string' ? info.Language : ''
  return { pages, titre, langue }
}

/** Text with plain single spaces and none after a hyphen, where a line may end: two programs space it differently. */
export function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('- ', '-').trim()
}
