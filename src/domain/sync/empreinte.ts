/** JSON with sorted keys and no space: two equal bodies give the same text, whoever wrote them. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
  return `{${entries.join(',')}}`
}

/** SHA-256, 64 hexadecimal digits, of an act as it was sent (before any upcast): what tells a replay from another act. */
export async function empreinteOf(act: { kind: string; corps: unknown }): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson({ kind: act.kind, corps: act.corps }))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
