/** Kept only for comfort: the first to go when the device has no room left for what somebody logs. */
const COMFORT = ['maillage-tuiles', 'maillage-plan']

/** Writes; when the device is full, drops the map and writes once more. Throws when it is still full. */
export async function withRoom<Value>(write: () => Promise<Value>): Promise<Value> {
  try {
    return await write()
  } catch (error) {
    if (!isFull(error)) throw error
    await Promise.all(COMFORT.map((name) => caches.delete(name)))
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
