import 'server-only'
import { verify } from 'otplib'
import { prisma } from '@/db/client'
import { seal, unseal } from './keys'

// One step of 30 s either way: a tablet's clock drifts, a person types.
const TOLERANCE_SECONDS = 30

/** The secret as `comptes.totp` keeps it. */
export function sealTotpSecret(secret: string): string {
  return seal('totp', secret)
}

/**
 * Accepts a code once: the step it belongs to is written in the same statement that checks no later one was, so that two
 * requests with one code cannot both pass.
 */
export async function acceptCode(
  compteId: string,
  sealed: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const result = await verify({
    secret: unseal('totp', sealed),
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
  })
  if (!result.valid || !('timeStep' in result)) return false
  const step = result.timeStep
  const { count } = await prisma.compte.updateMany({
    where: { id: compteId, OR: [{ totpPas: null }, { totpPas: { lt: step } }] },
    data: { totpPas: step },
  })
  return count === 1
}
