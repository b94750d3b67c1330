/** The only place of the server that reads the clock; everything else receives `now`. */
export function now(): Date {
  return new Date()
}
