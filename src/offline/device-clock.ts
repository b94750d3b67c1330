/** The tablet's own clock. It dates what a person did; it never orders nor de-duplicates anything. */
export function deviceNow(): Date {
  return new Date()
}
