import { type NextRequest, NextResponse } from 'next/server'
import { PATH_HEADER, SESSION_COOKIE, SESSION_COOKIE_SECURE } from './lib/request-names'

/**
 * Spares a signed-out visitor of the desk one round trip to the base. Only a comfort: every query, command and route
 * checks the session itself, and never believes what this leaves in the request but to come back after signing in.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const path = `${pathname}${search}`
  const isSignedIn = request.cookies.has(SESSION_COOKIE) || request.cookies.has(SESSION_COOKIE_SECURE)
  if (isSignedIn || isPublic(pathname)) {
    const headers = new Headers(request.headers)
    headers.set(PATH_HEADER, path)
    return NextResponse.next({ request: { headers } })
  }
  const signIn = new URL('/connexion', request.url)
  if (path !== '/') signIn.searchParams.set('suite', path)
  return NextResponse.redirect(signIn)
}

const PUBLIC_PAGES = ['/connexion', '/reponse', '/aide', '/accessibilite', '/confidentialite']

function isPublic(pathname: string): boolean {
  return PUBLIC_PAGES.some((page) => pathname === page || pathname.startsWith(`${page}/`))
}

/** Pages of the desk only: not the tablet's static shell, nor the API, nor any file (a name with a dot). */
export const config = { matcher: ['/((?!api/|terrain(?:/|$)|_next/|.*\\.).*)'] }
