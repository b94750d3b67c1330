import { parseDate } from '@internationalized/date'

/** `AAAA-MM-JJ` as React Aria's value, `null` when it is empty or not one: a half-typed value never throws. */
export function dateOfText(text: string | undefined) {
  try {
    return text ? parseDate(text) : null
  } catch {
    return null
  }
}
