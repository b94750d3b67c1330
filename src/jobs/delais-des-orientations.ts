import 'server-only'
import { mintClock } from '@/auth/mint-viewer'
import { inTransaction } from '@/db/transaction'
import { strikeOrientation } from '@/features/delais/commands'
import { listOrientationsOuvertes } from '@/features/delais/queries'

/** Reminds, tells and ends what is late. One transaction each: a row that cannot be moved does not hold back the others. */
export async function sweepDelais(now: Date): Promise<void> {
  const actor = mintClock()
  const faults: unknown[] = []
  for await (const id of listOrientationsOuvertes(actor)) {
    await inTransaction(actor, (tx) => strikeOrientation({ actor, now, tx }, id)).catch((fault: unknown) =>
      faults.push(fault),
    )
  }
  if (faults.length > 0) throw faults[0]
}
