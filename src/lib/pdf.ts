import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { couleursImprimees, type Imprime, styles } from '@/domain/rapports/imprime'

const MOST_MEGABYTES = 512
const LONGEST_MS = 60_000

// Read where npm puts them: the bundler must neither follow nor copy these.
const folder = [process.cwd(), 'node_modules', '@fontsource', 'atkinson-hyperlegible-next', 'files']
const police = (nom: string) => join(...folder, `atkinson-hyperlegible-next-latin-${nom}.woff`)
const worker = [process.cwd(), 'src', 'lib', 'pdf-worker.mjs']

let before: Promise<unknown> = Promise.resolve()

/** Sets a document as PDF, one at a time on this node, in a thread: other answers are not held up. */
export function makePdf(imprime: Imprime): Promise<Uint8Array<ArrayBuffer>> {
  const made = before.then(() => setInThread(imprime))
  before = made.catch(() => undefined)
  return made
}

function setInThread(imprime: Imprime): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(...worker), {
      workerData: {
        imprime,
        styles,
        couleurs: couleursImprimees,
        polices: {
          normal: police('400-normal'),
          bold: police('700-normal'),
          italics: police('400-italic'),
          bolditalics: police('700-italic'),
        },
      },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      env: {},
    })
    const tooLong = setTimeout(() => void thread.terminate(), LONGEST_MS)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => {
      clearTimeout(tooLong)
      reject(new Error(`Le document n’est pas fait (code ${code}).`))
    })
  })
}
