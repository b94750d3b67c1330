/** What a form shows after it was sent: what was done, or why nothing was, and the words beside each field at fault. */
export type EtatAction = {
  fait: string | null
  refus: string | null
  champs: Readonly<Record<string, readonly string[]>>
}

/** Before anything was sent. */
export const etatInitial: EtatAction = { fait: null, refus: null, champs: {} }

/** Not understood: the fields at fault, with a sentence for each. */
export type SaisieInvalide = { ok: false; reason: 'INVALID'; champs: EtatAction['champs'] }

/** Turns the answer of an action into what the form shows. */
export function etatDe<Value, Refused extends { ok: false; reason: string }>(
  result: { ok: true; value: Value } | Refused | SaisieInvalide,
  fait: string | ((value: Value) => string),
  phrase: (refusal: Refused) => string,
): EtatAction {
  if (result.ok)
    return { fait: typeof fait === 'string' ? fait : fait(result.value), refus: null, champs: {} }
  if ('champs' in result) {
    const first = Object.values(result.champs).flat()[0]
    return { fait: null, refus: first ?? 'Saisie incomplète.', champs: result.champs }
  }
  return { fait: null, refus: phrase(result), champs: {} }
}
