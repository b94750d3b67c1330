import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const resolve = {
  // `server-only` throws where React's server condition is absent, as it is in a test.
  alias: { '@': inRoot('src'), 'server-only': inRoot('node_modules/server-only/empty.js') },
}

/** Nothing may depend on the machine's own zone: this one has an odd offset, and no summer time. */
const farAway = { TZ: 'Asia/Kathmandu' }

/** Only stops what hangs: no test is a stopwatch, and a shared machine may be ten times slower than ours. */
const SLOW_MACHINE = 90_000

export default defineConfig({
  root,
  resolve,
  test: {
    env: farAway,
    testTimeout: SLOW_MACHINE,
    hookTimeout: SLOW_MACHINE,
    projects: [
      {
        extends: true,
        test: {
          name: 'domaine',
          include: ['src/**/*.test.{ts,tsx}', 'tests/scripts/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'base',
          include: ['tests/db/**/*.test.ts'],
          setupFiles: ['tests/db/support/worker-database.ts'],
        },
      },
    ],
  },
})
