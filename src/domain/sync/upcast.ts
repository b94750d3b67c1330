type Corps = Record<string, unknown>

/** Version of the acts this code writes. The server reads this one and every older one. */
export const SCHEMA_VERSION = 1

/** Brings an act written in version n to version n + 1. */
export type UpcastStep = (act: { kind: string; corps: Corps }) => { kind: string; corps: Corps }

/** By the version they start from. Empty while there is only one version. */
const steps: Readonly<Record<number, UpcastStep>> = {}

/**
 * Brings an act to the version this code reads, or null when it was written by a newer one: then it must be kept where it is
 * until the server is updated. Never drops a field by itself: the schema judges the result.
 */
export function upcast(
  act: { kind: string; corps: Corps; schemaVersion: number },
  known: Readonly<Record<number, UpcastStep>> = steps,
  current = SCHEMA_VERSION,
): { kind: string; corps: Corps } | null {
  if (act.schemaVersion > current) return null
  let result = { kind: act.kind, corps: act.corps }
  for (let version = act.schemaVersion; version < current; version++)
    result = known[version]?.(result) ?? result
  return result
}
