import { onClosing } from './closing'

const RETRY_MS = 1000
const HEARTBEAT_MS = 20_000
const RECHECK_MS = 60_000
/** At most four signals a second reach one screen. */
const QUIET_MS = 250
/** Messages a reader may be late by before it is dropped: it will come back and read everything again. */
const LATE_MESSAGES = 64

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
}

export type EventSourceOptions = {
  /** Starts telling which events happened; returns what stops it. */
  follow: (send: (event: string) => void) => () => void
  /** Asked every minute; once false, the stream ends. */
  isAllowed: () => Promise<boolean>
  /** The event that makes a screen read everything again: at the start, then every minute. */
  resync: string
  signal: AbortSignal
}

/** An endless answer of server-sent events without content: names only, grouped, kept alive, ended when the server stops. */
export function streamEvents(options: EventSourceOptions): Response {
  const stop: (() => void)[] = []
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => void stop.push(openStream(controller, options)),
    cancel: () => stop.forEach((end) => end()),
  })
  return new Response(stream, { headers })
}

/** While the server stops: come back in a second, to another one. Any other status would make browsers give up for good. */
export function comeBackLater(): Response {
  return new Response(`retry: ${RETRY_MS}\n\n`, { headers: { ...headers, Connection: 'close' } })
}

function openStream(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { follow, isAllowed, resync, signal }: EventSourceOptions,
): () => void {
  const encoder = new TextEncoder()
  const pending = new Set<string>()
  const endings: (() => void)[] = []
  let isOpen = true
  let quiet: ReturnType<typeof setTimeout> | undefined

  function end(): void {
    if (!isOpen) return
    isOpen = false
    clearTimeout(quiet)
    for (const ending of endings) ending()
    try {
      controller.close()
    } catch {
      // the reader left first
    }
  }
  function write(text: string): void {
    if (!isOpen) return
    if ((controller.desiredSize ?? 0) < -LATE_MESSAGES) return end()
    controller.enqueue(encoder.encode(text))
  }
  function flush(): void {
    quiet = undefined
    if (pending.size === 0) return
    write([...pending].map((event) => `event: ${event}\ndata:\n\n`).join(''))
    pending.clear()
    quiet = setTimeout(flush, QUIET_MS)
  }
  function send(event: string): void {
    pending.add(event)
    if (quiet === undefined) flush()
  }
  async function recheck(): Promise<void> {
    if (await isAllowed().catch(() => true)) send(resync)
    else end()
  }

  const heartbeat = setInterval(() => write(': k\n\n'), HEARTBEAT_MS)
  const rechecks = setInterval(() => void recheck(), RECHECK_MS)
  endings.push(
    follow(send),
    onClosing(end),
    () => clearInterval(heartbeat),
    () => clearInterval(rechecks),
  )
  signal.addEventListener('abort', end, { once: true })
  write(`retry: ${RETRY_MS}\n\n`)
  send(resync)
  return end
}
