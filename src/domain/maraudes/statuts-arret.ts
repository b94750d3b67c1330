import type { StatutArret } from './listes'

type Lien = { id: string; remplaceId: string | null }

/**
 * Which stops of a round count. A corrected stop is replaced; of two corrections of one stop the smallest id (the first one
 * made) is active and the others wait for a coordinator. A pure function of the set: the order of arrival changes nothing.
 */
export function statutsDesArrets(arrets: readonly Lien[]): Map<string, StatutArret> {
  const corrections = correctionsByStop(arrets)
  const statuts = new Map<string, StatutArret>()
  function visit(id: string, counts: boolean): void {
    const [first, ...others] = corrections.get(id) ?? []
    if (first === undefined) {
      statuts.set(id, counts ? 'ACTIF' : 'EN_CONFLIT')
      return
    }
    statuts.set(id, 'REMPLACE')
    visit(first, counts)
    for (const other of others) visit(other, false)
  }
  for (const { id, remplaceId } of arrets) if (remplaceId === null) visit(id, true)
  return statuts
}

function correctionsByStop(arrets: readonly Lien[]): Map<string, string[]> {
  const byStop = new Map<string, string[]>()
  for (const { id, remplaceId } of arrets) {
    if (remplaceId === null) continue
    byStop.set(remplaceId, [...(byStop.get(remplaceId) ?? []), id].toSorted())
  }
  return byStop
}
