import type { Context } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import type { Operation } from '@/domain/sync/operation'
import { listQuarantaine } from '@/features/quarantaine/queries'
import { applyOperations } from '@/features/sync/apply-operations'
import { act, arretCorps, envelope, makeScene, NOW } from '../sync/terrain-scene'

/** A coordinator at the desk of the association whose tablets send. */
export async function makeBureau() {
  const scene = await makeScene()
  const viewer = await scene.account(scene.ours, 'COORDINATEUR')
  async function rows(sql: string, ...values: unknown[]) {
    return (await scene.owner.query(sql, values)).rows
  }
  return {
    scene,
    viewer,
    rows,
    row: async (sql: string, ...values: unknown[]) => (await rows(sql, ...values))[0],
    send: async (...operations: Operation[]) => {
      const result = await applyOperations(scene.worker, NOW, envelope(operations))
      return result.ok ? result.value.verdicts : []
    },
    decide: <Value>(command: (context: Context) => Promise<Value>, actor = viewer): Promise<Value> =>
      inTransaction(actor, (tx) => command({ actor, now: NOW, tx })),
    stop: (maraudeId: string, changes: object = {}) =>
      act(scene.worker, 'arret.noter', { ...arretCorps(maraudeId), ...changes }),
    listed: async (who = viewer) => (await listQuarantaine(who, NOW, null))?.cas.map(({ id }) => id) ?? [],
  }
}
export type Bureau = Awaited<ReturnType<typeof makeBureau>>
