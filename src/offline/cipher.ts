/** Something locked with AES-256-GCM under one person's key. */
export type Chiffre = { iv: Uint8Array<ArrayBuffer>; ct: ArrayBuffer }

const IV_BYTES = 12

/** Locks a value, as JSON. */
export async function lockValue(key: CryptoKey, value: unknown): Promise<Chiffre> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const text = new TextEncoder().encode(JSON.stringify(value))
  return { iv, ct: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) }
}

/** The text that was locked; throws when it was touched, or locked under another key. */
export async function unlockText(key: CryptoKey, { iv, ct }: Chiffre): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, ct))
}

/** A key that cannot be read back out of memory. */
export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
