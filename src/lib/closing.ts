declare global {
  var maillageClosing: boolean | undefined
  var maillageClosers: Set<() => void | Promise<void>> | undefined
}

/** Whether the server has been asked to stop (`scripts/serve.mjs` says so): it answers what it began, and takes no more. */
export function isClosing(): boolean {
  return globalThis.maillageClosing === true
}

/**
 * Calls back when the server is asked to stop, so that what never ends by itself (a live stream, a job) ends
 * in time. The server waits a few seconds for a promise.
 * @returns what to call once the answer has ended otherwise
 */
export function onClosing(callback: () => void | Promise<void>): () => void {
  const closers = (globalThis.maillageClosers ??= new Set())
  closers.add(callback)
  return () => closers.delete(callback)
}
