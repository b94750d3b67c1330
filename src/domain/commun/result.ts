/** What a command answers: a value, or a refusal whose literal reason a screen translates. Bugs are exceptions, never this. */
export type Result<Value, Reason extends string> = Done<Value> | Refusal<Reason>
export type Done<Value> = { ok: true; value: Value }
export type Refusal<Reason extends string> = { ok: false; reason: Reason }

/** The command did what was asked. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

/** The command did nothing, and says why. */
export function refuse<Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason }
}
