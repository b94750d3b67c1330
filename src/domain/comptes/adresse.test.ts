import { describe, expect, it } from 'vitest'
import { placeOnNetwork } from './adresse'

describe('l’endroit du réseau', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['inconnue', 'inconnue'],
    ['', ''],
  ])('de %j est %j', (address, place) => {
    expect(placeOnNetwork(address)).toBe(place)
  })
})
