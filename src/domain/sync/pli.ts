import { fromBase64Url, toBase64Url } from './octets'

/**
 * A text sealed to the server: only the holder of the private key `kid` opens it. `epk` is the sender's key made for this text
 * alone, `iv` and `ct` are AES-256-GCM's; all in base64url.
 */
export type Pli = { v: 1; kid: string; epk: string; iv: string; ct: string }

/** The server's public key, P-256, uncompressed point in base64url, and its name. */
export type CleDeScellement = { kid: string; cle: string }

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const IV_BYTES = 12
const encoder = new TextEncoder()

/** Seals a text. Nobody on this device opens it again. */
export async function sealPli(text: string, { kid, cle }: CleDeScellement): Promise<Pli> {
  const receiver = await crypto.subtle.importKey('raw', bytesOf(cle), CURVE, false, [])
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const epk = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey)))
  const key = await agree(own.privateKey, receiver, epk, 'encrypt')
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(kid) },
    key,
    encoder.encode(text),
  )
  return { v: 1, kid, epk, iv: toBase64Url(iv), ct: toBase64Url(new Uint8Array(body)) }
}

/** Opens what `sealPli` made, with the private key of the same name; null when it was touched or sealed for another key. */
export async function openPli(pli: Pli, privateKey: CryptoKey): Promise<string | null> {
  try {
    const sender = await crypto.subtle.importKey('raw', bytesOf(pli.epk), CURVE, false, [])
    const key = await agree(privateKey, sender, pli.epk, 'decrypt')
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytesOf(pli.iv), additionalData: encoder.encode(pli.kid) },
      key,
      bytesOf(pli.ct),
    )
    return new TextDecoder('utf-8', { fatal: true }).decode(text)
  } catch {
    return null
  }
}

/** Whether this JSON has the shape of a sealed text; says nothing of what is inside. */
export function isPli(value: unknown): value is Pli {
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  return ['kid', 'epk', 'iv', 'ct'].every((name) => {
    const field = fields.get(name)
    return typeof field === 'string' && /^[\w-]+$/.test(field)
  })
}

/** The name of a public key: the start of its SHA-256. */
export async function kidOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey))
  return toBase64Url(digest.subarray(0, 9))
}

/** The same AES key on both sides, from ECDH then HKDF, bound to this text's own key. */
async function agree(
  privateKey: CryptoKey,
  publicKey: CryptoKey,
  epk: string,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encoder.encode(epk),
    info: encoder.encode('maillage pli 1'),
  }
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [usage])
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(text)
  if (bytes === null) throw new TypeError('base64url attendu')
  return bytes
}
