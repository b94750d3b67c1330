import process from 'node:process'
import { say } from './console.mjs'
import { inProject } from './folders.mjs'
import { runToEnd } from './processes.mjs'
import { typescript } from './seed.mjs'
import { withClient } from './sql.mjs'

/** A few seconds, in the background, while the map is already served schematic: nothing waits, nothing stops. */
export async function tryOfficialContours(ownerUrl) {
  try {
    const known = await withClient(ownerUrl, (client) => client.query('SELECT FROM contours LIMIT 1'))
    if (known.rowCount > 0) return
    const script = typescript(inProject('scripts', 'import-contours.ts'), ['--officiel'])
    const { code } = await runToEnd(process.execPath, script, {
      quiet: true,
      env: { ...process.env, DATABASE_URL: ownerUrl },
    })
    say(
      code === 0
        ? 'Contours officiels des communes : en place.'
        : 'Contours officiels hors d’atteinte : la carte reste schématique (npm run import:contours -- FICHIER).',
    )
  } catch {
    // The base was stopped meanwhile: nothing to tell any more.
  }
}
