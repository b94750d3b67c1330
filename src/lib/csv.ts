import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

/** What was handed over: SHA-256 of the bytes, in hexadecimal, and how many records. */
export type Sealed = { empreinte: string; lignes: number }

/**
 * Writes records as the CSV that a French spreadsheet opens: UTF-8 with its mark, semicolons, CRLF, a quote before what a
 * spreadsheet would run as a formula. Streams: records are never all in memory.
 * `seal` runs before the last bytes leave: if it fails, the download fails, so no file exists that was not recorded.
 */
export function streamCsv(
  records: Iterable<readonly string[]>,
  seal: (sealed: Sealed) => Promise<void>,
): ReadableStream<Uint8Array> {
  const chunks = sealedChunks(records, seal)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

async function* sealedChunks(
  records: Iterable<readonly string[]>,
  seal: (sealed: Sealed) => Promise<void>,
): AsyncGenerator<Uint8Array, undefined> {
  const hash = createHash('sha256')
  let lignes = 0
  const counted = function* () {
    for (const record of records) {
      lignes++
      yield [...record]
    }
  }
  const csv = Readable.from(counted()).pipe(
    stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true }),
  )
  let held: Buffer | undefined
  for await (const chunk of csv) {
    if (held) yield held
    held = Buffer.from(chunk)
    hash.update(held)
  }
  await seal({ empreinte: hash.digest('hex'), lignes })
  if (held) yield held
  return undefined
}
