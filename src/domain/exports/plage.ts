/** Bytes of a file to hand over: the whole, a piece (both ends included), or none because it is beyond the end. */
export type Plage = { kind: 'TOUT' } | { kind: 'BOUT'; du: number; au: number } | { kind: 'HORS' }

const whole: Plage = { kind: 'TOUT' }

/**
 * Reads `Range` as RFC 9110 says: one range of bytes is obeyed; several, another unit or nonsense are ignored, the whole file
 * being always right. `If-Range` names the file the reader began: another one is sent from its start.
 */
export function readPlage(range: string | null, ifRange: string | null, etag: string, taille: number): Plage {
  if (ifRange !== null && ifRange !== etag) return whole
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '')
  const [, first = '', last = ''] = match ?? []
  if (first !== '') return piece(Number(first), last === '' ? Infinity : Number(last), taille)
  return last === '' ? whole : suffix(Number(last), taille)
}

function piece(du: number, au: number, taille: number): Plage {
  if (au < du) return whole
  return du >= taille ? { kind: 'HORS' } : { kind: 'BOUT', du, au: Math.min(au, taille - 1) }
}

function suffix(length: number, taille: number): Plage {
  if (length === 0 || taille === 0) return { kind: 'HORS' }
  return { kind: 'BOUT', du: Math.max(0, taille - length), au: taille - 1 }
}
