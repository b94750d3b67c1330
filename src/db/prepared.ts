import 'server-only'
import { createHash } from 'node:crypto'

/** Each connection keeps the plans of the statements it ran: at some fifty kilobytes a plan, this many cost it ten megabytes. */
const MOST = 200

/** `$3::text IS NULL OR …`: a filter that may be absent. One plan for both would be the wrong one for each. */
const OPTIONAL_FILTER = /\$\d+(?:::\w+)? IS NULL OR/

/**
 * Names a statement from its second time, so that PostgreSQL parses it, adds row-level security to it and plans it once for each
 * connection: for the short statements of a command that costs more than running them. Empty: planned at each call, as are
 * statements with optional filters, and those that come after the first two hundred (lists of varying length make new ones for ever).
 */
export function createStatementNames(): (sql: string) => string {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST || OPTIONAL_FILTER.test(sql)) return ''
    const name = createHash('sha1').update(sql).digest('hex')
    if (seen.has(name)) names.set(sql, name)
    else if (seen.size < MOST * 10) seen.add(name)
    return names.get(sql) ?? ''
  }
}
