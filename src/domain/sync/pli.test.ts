import { beforeAll, describe, expect, it } from 'vitest'
import { toBase64Url } from './octets'
import { type CleDeScellement, isPli, kidOf, openPli, sealPli } from './pli'

async function makePair(): Promise<{ publique: CleDeScellement; privee: CryptoKey }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { publique: { kid: await kidOf(raw), cle: toBase64Url(raw) }, privee: pair.privateKey }
}

describe('un pli', () => {
  const texte = JSON.stringify({ note: 'Place Hébert, « calme » 👍' })
  let ours: Awaited<ReturnType<typeof makePair>>
  let other: Awaited<ReturnType<typeof makePair>>
  beforeAll(async () => {
    ours = await makePair()
    other = await makePair()
  })

  it('se rouvre mot pour mot avec la clé du serveur', async () => {
    const pli = await sealPli(texte, ours.publique)
    expect(isPli(JSON.parse(JSON.stringify(pli)))).toBe(true)
    expect(await openPli(pli, ours.privee)).toBe(texte)
  })

  it('ne laisse rien lire, et deux plis du même texte ne se ressemblent pas', async () => {
    const [one, two] = [await sealPli(texte, ours.publique), await sealPli(texte, ours.publique)]
    expect(JSON.stringify(one)).not.toContain('Hébert')
    expect(one.ct).not.toBe(two.ct)
    expect(one.epk).not.toBe(two.epk)
  })

  it('ne s’ouvre ni avec une autre clé, ni si un seul signe a changé', async () => {
    const pli = await sealPli(texte, ours.publique)
    expect(await openPli(pli, other.privee)).toBeNull()
    for (const field of ['ct', 'iv', 'epk', 'kid'] as const) {
      const first = pli[field].startsWith('A') ? 'B' : 'A'
      expect(await openPli({ ...pli, [field]: first + pli[field].slice(1) }, ours.privee)).toBeNull()
    }
    expect(await openPli({ ...pli, ct: 'é' }, ours.privee)).toBeNull()
  })

  it.each([[null], ['texte'], [{ v: 2, kid: 'a', epk: 'b', iv: 'c', ct: 'd' }], [{ v: 1, kid: 'a' }]])(
    'n’est pas %j',
    (value) => {
      expect(isPli(value)).toBe(false)
    },
  )
})
