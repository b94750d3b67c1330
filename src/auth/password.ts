import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// Twice OWASP's 46 MiB setting (1 pass). Four at once, the most Node runs, take 184 MiB. The library's algorithm is argon2id.
const COST = { memoryCost: 46 * 1024, timeCost: 2, parallelism: 1 }

/** One keyboard writes é as one character, another as two: both are the same password. */
function normalize(password: string): string {
  return password.normalize('NFKC')
}

/** argon2id, PHC form, ready for `comptes.mot_de_passe`. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), COST)
}

let decoy: Promise<string> | undefined

/** Takes as long without a hash (unknown e-mail, account without a password) as with one, and then answers no. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('leurre')
  const matches = await verify(hashed ?? (await decoy), normalize(password))
  return matches && hashed !== null
}
