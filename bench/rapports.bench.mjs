// The figures of the reports and of the files of rows.
import { createBase, serveFrom } from './base.mjs'
import { exportFigures } from './rapports-exports.mjs'

/** Yields the figures of `rapports-exports.mjs`. */
export async function* measure() {
  const base = await createBase('banc_rapports')
  serveFrom(base)
  yield* exportFigures(base)
}
