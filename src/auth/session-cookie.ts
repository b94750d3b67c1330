import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { env } from '@/lib/env'
import { SESSION_COOKIE, SESSION_COOKIE_SECURE } from '@/lib/request-names'

/** A session lives as long as the longest shift, then asks again (docs/decisions/0004-connexion.md). */
export const SESSION_SECONDS = 12 * 60 * 60

export const isSecure = env.PUBLIC_URL.startsWith('https://')

/** Unreadable to scripts, never sent by another site's form, never in clear where the service is on https. */
export const cookieOptions = { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const

export const sessionCookieName = isSecure ? SESSION_COOKIE_SECURE : SESSION_COOKIE

const payload = z.object({ sub: z.uuid() })

/** The cookie holds nothing but the id of a row of `sessions`; the row decides. */
export function encodeSession(sessionId: string): Promise<string> {
  return encode({ token: { sub: sessionId }, secret: env.AUTH_SECRET, maxAge: SESSION_SECONDS })
}

export async function decodeSession(token: string): Promise<string | null> {
  try {
    return payload.parse(await decode({ token, secret: env.AUTH_SECRET })).sub
  } catch {
    return null // forged, expired, or sealed with a former secret: the same as no cookie
  }
}

/** The session's id in this request, whether its row is still good or not. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName)?.value
  return token === undefined ? null : decodeSession(token)
}

export async function writeSessionCookie(sessionId: string): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookieName, await encodeSession(sessionId), { ...cookieOptions, maxAge: SESSION_SECONDS })
}

export async function hasSessionCookie(): Promise<boolean> {
  return (await cookies()).has(sessionCookieName)
}

/** Never `Clear-Site-Data`: what a tablet has not sent yet lives in the same origin. */
export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookieName, '', { ...cookieOptions, maxAge: 0 })
}
