/** A round lasts a day at most (constraint `maraudes_ordre`). Milliseconds. */
export const MARAUDE_MAX_MS = 24 * 3_600_000
