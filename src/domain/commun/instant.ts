/** The last of several instants, those unknown left out; null when none is known. */
export function latest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce(
    (last, instant) => (instant !== null && (last === null || instant > last) ? instant : last),
    null,
  )
}
