import { closeSession } from '@/auth/session'
import { clearSessionCookie, readSessionCookie } from '@/auth/session-cookie'
import { now } from '@/lib/clock'

/**
 * Ends the session, here and wherever else its cookie was copied, then leads to the sign-in page (303). A plain form is
 * enough: it works without JavaScript and from the tablet's oldest bundle. What a tablet has not sent stays on it.
 */
export async function POST(): Promise<Response> {
  const sessionId = await readSessionCookie()
  if (sessionId !== null) await closeSession(sessionId, now())
  await clearSessionCookie()
  return new Response(null, { status: 303, headers: { Location: '/connexion' } })
}
