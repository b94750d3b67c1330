import net from 'node:net'

/** What the line does to what passes: nothing, loses the reply, cuts the request half-way, or answers like a hotel's portal. */
export type Panne = 'rien' | 'reponse' | 'demande' | 'portail'

/**
 * A line between the browser and the server that can be made bad. The server takes the request and its reply never comes back; or
 * half of the request arrives; or somebody else answers. `choose` is asked once for each request whose head `matches`.
 */
export async function openRelais(
  target: number,
  matches: (head: string) => boolean,
  choose: () => Panne,
): Promise<{ port: number; close: () => void; counts: Record<Panne, number> }> {
  const counts: Record<Panne, number> = { rien: 0, reponse: 0, demande: 0, portail: 0 }
  const sockets = new Set<net.Socket>()
  const relay = net.createServer((browser) => {
    const server = net.connect(target, 'localhost')
    let panne: Panne = 'rien'
    const end = () => {
      browser.destroy()
      server.destroy()
    }
    for (const socket of [browser, server]) {
      sockets.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    browser.on('data', (bytes: Buffer) => {
      const head = bytes.toString('latin1')
      if (/^[A-Z]+ \//.test(head)) {
        panne = matches(head) ? choose() : 'rien'
        counts[panne] += 1
      }
      if (panne === 'demande') {
        server.write(bytes.subarray(0, bytes.length >> 1))
        return end()
      }
      if (panne === 'portail') return browser.end(PORTAL)
      server.write(bytes)
    })
    server.on('data', (bytes: Buffer) => {
      if (panne === 'reponse') return end()
      browser.write(bytes)
    })
  })
  await new Promise<void>((resolve) => relay.listen(0, () => resolve()))
  const address = relay.address()
  if (address === null || typeof address === 'string') throw new Error('relais sans port')
  return {
    port: address.port,
    counts,
    close: () => {
      relay.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

const page = '<html><title>Bienvenue</title>Acceptez les conditions</html>'
const PORTAL = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\nConnection: close\r\n\r\n${page}`

/** Numbers between 0 and 1 that are the same at every run. */
export function makeHasard(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
