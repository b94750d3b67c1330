import 'server-only'
import { refresh } from 'next/cache'
import type { z } from 'zod'
import { refuseOnConstraint } from '@/db/constraint'
import type { Context } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import { type EtatAction, etatDe, type SaisieInvalide } from '@/domain/commun/etat-action'
import type { Done, Refusal } from '@/domain/commun/result'
import { now } from '@/lib/clock'
import { requireViewer } from './require-viewer'

type Steps<Schema extends z.ZodType, Value, Refused extends Refusal<string>, Reason extends string> = {
  schema: Schema
  /** It may find a fault of its own in a field. */
  command: (context: Context, input: z.output<Schema>) => Promise<Done<Value> | Refused | SaisieInvalide>
  /** What PostgreSQL's own last word means, by name of constraint. */
  constraints?: Readonly<Record<string, Reason>>
}

/** The three steps of an action of the desk: who acts, what was written, one command in one transaction. */
export async function runFormAction<
  Schema extends z.ZodType,
  Value,
  Refused extends Refusal<string>,
  Reason extends string = never,
>(
  fields: unknown,
  { schema, command, constraints }: Steps<Schema, Value, Refused, Reason>,
): Promise<Done<Value> | Refused | Refusal<Reason> | SaisieInvalide> {
  const actor = await requireViewer()
  const parsed = schema.safeParse(fields)
  if (!parsed.success) return { ok: false, reason: 'INVALID', champs: fieldErrors(parsed.error) }
  const write = () => inTransaction(actor, (tx) => command({ actor, now: now(), tx }, parsed.data))
  return constraints === undefined ? write() : refuseOnConstraint(constraints, write)
}

/** The same, for a form that stays on its page: the page reads itself again, and the form says what was done, or why nothing was. */
export async function answerForm<
  Schema extends z.ZodType,
  Value,
  Refused extends Refusal<string>,
  Reason extends string = never,
>(
  fields: unknown,
  {
    fait,
    phrase,
    ...steps
  }: Steps<Schema, Value, Refused, Reason> & {
    fait: string | ((value: Value) => string)
    phrase: (refusal: NoInfer<Refused> | Refusal<NoInfer<Reason>>) => string
  },
): Promise<EtatAction> {
  const result = await runFormAction(fields, steps)
  refresh()
  return etatDe<Value, Refused | Refusal<Reason>>(result, fait, phrase)
}

/** What is wrong with each field, by its name. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const champs: Record<string, string[]> = {}
  for (const { path, message } of error.issues) {
    const name = String(path[0] ?? '')
    champs[name] = [...(champs[name] ?? []), message]
  }
  return champs
}
