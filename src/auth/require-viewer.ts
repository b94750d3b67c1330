import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Viewer } from '@/domain/comptes/viewer'
import { now } from '@/lib/clock'
import { PATH_HEADER } from '@/lib/request-names'
import { readSession } from './session'
import { hasSessionCookie, readSessionCookie } from './session-cookie'

/** Who asks, checked against the base once per request; null when signed out. Route handlers answer 401 then. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await readSessionCookie()
  return sessionId === null ? null : readSession(sessionId, now())
})

/** For pages and actions: who asks, or the way to sign in and back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer()
  if (viewer !== null) return viewer
  const question = new URLSearchParams()
  if (await hasSessionCookie()) question.set('expiree', '1')
  const path = (await headers()).get(PATH_HEADER)
  if (path !== null && path !== '/') question.set('suite', path)
  redirect(question.size === 0 ? '/connexion' : `/connexion?${question.toString()}`)
}
