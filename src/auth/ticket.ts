import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/env'

const MINUTES = 5
const SALT = 'code'

const payload = z.object({ sub: z.uuid() })

/** Proof, for five minutes, that the password of this account was just given. Opens nothing without the six digits. */
export function sealTicket(compteId: string): Promise<string> {
  return encode({ token: { sub: compteId }, secret: env.AUTH_SECRET, maxAge: MINUTES * 60, salt: SALT })
}

/** The account a ticket names, or null when it is forged or past its time. */
export async function openTicket(ticket: string): Promise<string | null> {
  try {
    return payload.parse(await decode({ token: ticket, secret: env.AUTH_SECRET, salt: SALT })).sub
  } catch {
    return null
  }
}
