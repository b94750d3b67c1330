/** The cookies of the request being served; the test replaces `next/headers` by what reads them here. */
export const jar = new Map<string, string>()

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
