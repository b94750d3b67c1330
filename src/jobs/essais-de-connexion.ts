import 'server-only'
import { forgetAttempts } from '@/auth/attempts'

/** An attempt to sign in is kept an hour, even when nobody signs in after it. */
export async function forgetOldAttempts(now: Date): Promise<void> {
  await forgetAttempts(now)
}
