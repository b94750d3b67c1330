import { z } from 'zod'
import { isReceived, type ReponseActe } from '../sync/verdict'

/** What importing a rescue file came to, in acts. `total`: those of the file; `restants`: those the server does not hold yet. */
export const bilanSecoursSchema = z.object({
  recus: z.int(),
  dejaRecus: z.int(),
  quarantaine: z.int(),
  illisibles: z.int(),
  restants: z.int(),
  total: z.int(),
})
export type BilanSecours = z.infer<typeof bilanSecoursSchema>

type Compte = Exclude<keyof BilanSecours, 'total' | 'restants'>

/**
 * Counts what became of the acts of a rescue file, `total` of them. An act without a verdict, or that the server asks for
 * again, is still to be brought: nobody may throw the file away believing it received.
 */
export function bilanOf(total: number, verdicts: readonly ReponseActe[]): BilanSecours {
  const bilan: BilanSecours = {
    recus: 0,
    dejaRecus: 0,
    quarantaine: 0,
    illisibles: 0,
    restants: total,
    total,
  }
  for (const answer of verdicts) {
    const compte = compteOf(answer)
    if (compte === null) continue
    bilan[compte] += 1
    bilan.restants -= 1
  }
  return bilan
}

function compteOf({ verdict, motif }: ReponseActe): Compte | null {
  if (!isReceived(verdict)) return null
  if (verdict === 'doublon') return 'dejaRecus'
  if (verdict === 'quarantaine' && motif?.startsWith('Illisible')) return 'illisibles'
  // Another text under a known number waits at the quarantine desk as well.
  return verdict === 'quarantaine' || verdict === 'conflit' ? 'quarantaine' : 'recus'
}
