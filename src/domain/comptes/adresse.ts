/**
 * What counts as one place on the network: an IPv4 address, or the /64 of an IPv6 one, since a single subscriber owns the
 * whole /64 and could take a new address for each attempt. Anything else is taken as it is.
 */
export function placeOnNetwork(address: string): string {
  const text = address.trim().toLowerCase()
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text)?.[1]
  if (mapped !== undefined) return mapped
  if (!/^[0-9a-f:]+(?:%.*)?$/.test(text) || !text.includes(':')) return text
  const [head = '', tail] = text.replace(/%.*/, '').split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const hidden = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array.from({ length: hidden }, () => '0'), ...last]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
