import { parseDate, parseDateTime, parseTime } from '@internationalized/date'

/** Text of a form as React Aria's value, `null` when it is empty or not one: a half-typed value never throws. */
function parseOrNull<Value>(parse: (text: string) => Value, text: string | undefined): Value | null {
  try {
    return text ? parse(text) : null
  } catch {
    return null
  }
}

/** `AAAA-MM-JJ` */
export const dateOfText = (text: string | undefined) => parseOrNull(parseDate, text)

/** `AAAA-MM-JJTHH:MM` */
export const dateTimeOfText = (text: string | undefined) => parseOrNull(parseDateTime, text)

/** `HH:MM` */
export const timeOfText = (text: string | undefined) => parseOrNull(parseTime, text)
