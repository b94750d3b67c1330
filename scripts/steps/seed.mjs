import process from 'node:process'
import { Stop, step } from './console.mjs'
import { inProject } from './folders.mjs'
import { runToEnd } from './processes.mjs'

const seedFile = inProject('prisma', 'seed.ts')

/** Runs a TypeScript file with the server's own conditions: `server-only` is then empty, as in Next. */
export function typescript(file, parameters = []) {
  return ['--import', 'tsx', '--conditions=react-server', file, ...parameters]
}

/** Fills an empty base with the demonstration; returns what it says, the accounts among them. */
export function seed({ ownerUrl, applicationUrl, authSecret }) {
  return step('Données de démonstration', async () => {
    const { code, text } = await runToEnd(process.execPath, typescript(seedFile), {
      quiet: true,
      // Its progress is for now, and goes by; what it says of the accounts is kept.
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: ownerUrl,
        DATABASE_APP_URL: applicationUrl,
        AUTH_SECRET: authSecret,
      },
    })
    if (code !== 0) throw new Stop(`Les données de démonstration n’ont pas pu être écrites :\n${text}`)
    return text
  })
}
