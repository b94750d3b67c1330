import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** One key for each use, so that what one of them makes can never pass for another's. */
type Use = 'essais' | 'appareil connu' | 'totp' | 'enrôlement' | 'appareil'

function keyFor(use: Use): Buffer {
  return Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', `maillage ${use}`, 32))
}

/** Keyed fingerprint: says whether two texts are the same, to us alone, and nothing of what they are. */
export function fingerprint(use: Use, text: string): string {
  return createHmac('sha256', keyFor(use)).update(text).digest('base64url')
}

const IV_BYTES = 12
const TAG_BYTES = 16

/** Seals a text for the base (AES-256-GCM): iv, tag, text, in base64url. */
export function seal(use: Use, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(use), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `seal` made; throws when it was touched, or sealed with another AUTH_SECRET. */
export function unseal(use: Use, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(use), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  )
}
