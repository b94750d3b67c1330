/** Named in `src/lib/request-names.ts`: the application believes this header, so no visitor may write it. */
export const addressHeader = 'x-maillage-address'

/**
 * Where a request comes from. Each proxy adds, at the right, the address it saw: behind `trustedProxies` of them, ours
 * is that many from the right, and what stands further left was written by the visitor. A list that is too short did
 * not pass through all of them: the connection's own address is the only one that cannot be forged.
 */
export function clientAddress({ remoteAddress, forwardedFor, trustedProxies }) {
  const seen = (forwardedFor ?? '').split(',').map((part) => part.trim())
  const candidate = trustedProxies === 0 ? undefined : seen.filter(Boolean).at(-trustedProxies)
  return candidate ?? remoteAddress ?? ''
}

export function writeAddress(request, trustedProxies) {
  request.headers[addressHeader] = clientAddress({
    remoteAddress: request.socket.remoteAddress,
    forwardedFor: request.headers['x-forwarded-for'],
    trustedProxies,
  })
}
