import { createECDH, hkdfSync } from 'node:crypto'
import { toBase64Url } from '@/domain/sync/octets'
import { type CleDeScellement, kidOf, openPli, type Pli } from '@/domain/sync/pli'
import { env } from './env'

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const BYTES = 32

type Pair = { publique: CleDeScellement; privee: CryptoKey }

/** One pair by secret: the first seals, and every one opens, so that acts sealed before a change of secret are still read. */
const pairs = Promise.all((env.SEALING_SECRETS ?? [env.AUTH_SECRET]).map(makePair))

/** What tablets seal their acts with. */
export async function readSealingKey(): Promise<CleDeScellement> {
  const [first] = await pairs
  if (first === undefined) throw new Error('aucune clé de scellement')
  return first.publique
}

/** Opens a tablet's sealed text; null when no key of ours does. */
export async function openSealed(pli: Pli): Promise<string | null> {
  const pair = (await pairs).find(({ publique }) => publique.kid === pli.kid)
  return pair === undefined ? null : openPli(pli, pair.privee)
}

async function makePair(secret: string): Promise<Pair> {
  const { d, point } = derive(secret)
  const raw = Uint8Array.from(point)
  const [x, y] = [raw.subarray(1, 1 + BYTES), raw.subarray(1 + BYTES)].map(toBase64Url)
  const jwk = { kty: 'EC', crv: 'P-256', d: toBase64Url(d), ...(x && y ? { x, y } : {}) }
  const privee = await crypto.subtle.importKey('jwk', jwk, CURVE, false, ['deriveBits'])
  return { publique: { kid: await kidOf(raw), cle: toBase64Url(raw) }, privee }
}

/** The same pair on every server that has this secret. A number outside the curve's range, one chance in 2^32, is drawn again. */
function derive(secret: string): { d: Uint8Array; point: Buffer } {
  for (let attempt = 1; ; attempt++) {
    const d = new Uint8Array(hkdfSync('sha256', secret, '', `maillage scellement ${attempt}`, BYTES))
    const curve = createECDH('prime256v1')
    try {
      curve.setPrivateKey(d)
      return { d, point: curve.getPublicKey() }
    } catch {
      if (attempt > 9) throw new Error('clé de scellement impossible à tirer')
    }
  }
}
