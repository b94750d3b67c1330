/** Drops the squares of plan seen here: kept only for comfort, and they say where one has looked. */
export async function dropSeenPlan(): Promise<void> {
  await caches.delete('maillage-tuiles')
  // Their addresses, which the worker dates there. It closes that base once idle; waiting for it would hold everything up.
  indexedDB.deleteDatabase('serwist-expiration')
}

/** Writes; when the device is full, drops the map and writes once more. Throws when it is still full. */
export async function withRoom<Value>(write: () => Promise<Value>): Promise<Value> {
  try {
    return await write()
  } catch (error) {
    if (!isFull(error)) throw error
    await dropSeenPlan()
    return write()
  }
}

/** An aborted transaction hides its reason: an abort is taken for a full device, the only cause that dropping the map mends. */
function isFull(error: unknown): boolean {
  return error instanceof DOMException && ['QuotaExceededError', 'AbortError'].includes(error.name)
}

/** Asks the browser never to erase what is kept here by itself; false when it refuses, which must be said. */
export async function askToStay(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    return false
  }
}
