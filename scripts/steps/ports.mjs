import net from 'node:net'

/** True when nothing listens on this port, on the given address or (without one) on any. */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The first free port from the one wished, the wished one first. */
export async function freePort(wished, host) {
  for (let port = wished; port < Math.min(wished + 200, 65_536); port += 1) {
    if ((await isFree(port, host)) && (await isFree(port, '127.0.0.1'))) return port
  }
  throw new Error(`Aucun port libre entre ${wished} et ${wished + 199}.`)
}
