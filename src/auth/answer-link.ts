import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { jetonSchema } from '@/domain/orientations/lien'
import type { Viewer } from '@/domain/comptes/viewer'
import { mintLink } from './mint-viewer'

/** A token to show once. 256 random bits need no key and no slow hash: nobody guesses one. */
export function drawToken(): { jeton: string; empreinte: string } {
  const jeton = randomBytes(32).toString('base64url')
  return { jeton, empreinte: fingerprintOf(jeton) }
}

/** What the base knows of a token (SHA-256, hexadecimal); null when the text is none. */
export function fingerprintOfToken(text: string): string | null {
  return jetonSchema.safeParse(text).success ? fingerprintOf(text) : null
}

function fingerprintOf(jeton: string): string {
  return createHash('sha256').update(jeton).digest('hex')
}

/** Whoever holds the link: speaks for the receiver of one orientation, and nothing else. */
export function holderOf(lien: {
  orientationId: string
  organisationId: string
  structureId: string
}): Viewer {
  const { orientationId, organisationId, structureId } = lien
  return mintLink({ orientationId, organisationId, structureId })
}
