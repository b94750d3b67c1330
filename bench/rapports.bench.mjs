// The quarterly report of MMPCR, over 1,000,000 encounters and 200,000 stays of five years: through the application, and the
// same SQL played by hand.
import { randomUUID } from 'node:crypto'
import { fillActivity } from './activite.mjs'
import { createBase, recordStatements, serveFrom } from './base.mjs'
import { rounded, timeInTurn } from './chrono.mjs'
import { exportFigures } from './rapports-exports.mjs'

/** Monday 23 November 2026, 22 h in Paris. */
const now = new Date('2026-11-23T21:00:00Z')

/** Yields the figures of `rapports-exports.mjs`, then `rapports.quarter_ratio` and `rapports.quarter_ms`. */
export async function* measure() {
  const base = await createBase('banc_rapports')
  serveFrom(base)
  yield* exportFigures(base)
  const { rencontres, sejours } = await fillActivity(base.owner)
  if (rencontres < 1_000_000 || sejours < 200_000)
    throw new Error(`Banc trop petit : ${rencontres}, ${sejours}`)
  const read = await quarterThroughTheApplication()
  const statements = await recordStatements(read)
  yield* quarterFigures(read, statements.filter(isReading), base)
}

async function quarterThroughTheApplication() {
  const { readLivre } = await import('../src/features/prets/queries.ts')
  const { findPret } = await import('../src/domain/rapports/prets.ts')
  const { parsePeriode } = await import('../src/domain/rapports/periode.ts')
  const { mintViewer } = await import('../src/auth/mint-viewer.ts')
  const viewer = mintViewer({
    compteId: randomUUID(),
    sessionId: randomUUID(),
    organisationId: null,
    fonction: 'Banc',
    attributions: [{ role: 'MMPCR', structureId: null }],
  })
  return () => readLivre(viewer, findPret('mmpcr-trimestre'), parsePeriode('2026-T3'), now)
}

/** What is counted, without what opens, closes and dresses the transaction. */
function isReading({ text }) {
  return /^\s*SELECT/i.test(text) && !text.includes('set_config')
}

async function* quarterFigures(read, statements, { application }) {
  const byHand = async () => {
    const client = await application.connect()
    try {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('maillage.roles', 'MMPCR', true)`)
      for (const { text, values } of statements) await client.query(text, values)
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
  const [report, hand] = await timeInTurn([read, byHand], { rounds: 15, warmups: 3 })
  yield { name: 'rapports.quarter_ratio', value: rounded(report / hand), unit: 'rapport', limit: 1.2 }
  yield { name: 'rapports.quarter_ms', value: rounded(report), unit: 'ms', limit: 300 }
}
