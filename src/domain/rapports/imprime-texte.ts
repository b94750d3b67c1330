import { bindPunctuation } from '@/domain/commun/typographie'

/** French text as the embedded font can set it: it has no narrow no-break space, no arrow. */
export function printable(text: string): string {
  return bindPunctuation(text)
    .replaceAll('\u202F', '\u00A0')
    .replaceAll(/ ?→ ?/g, ' vers ')
    .replaceAll('≥', 'au moins')
}
