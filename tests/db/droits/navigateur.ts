/** The cookies of the request being served; the test replaces `next/headers` by what reads them here. */
export const jar = new Map<string, string>()

/** The hour of the request; the test replaces `src/lib/clock.ts` by it. */
export const horloge = { instant: new Date('2026-11-23T21:00:00Z') }

/** What stands for `src/lib/clock.ts`. */
export function clock() {
  return { now: () => horloge.instant }
}

/** What stands for `next/headers`: no server renders these requests. */
export function nextHeaders() {
  return {
    headers: async () => new Headers(),
    cookies: async () => ({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      has: (name: string) => jar.has(name),
      set: (name: string, value: string) => jar.set(name, value),
    }),
  }
}
