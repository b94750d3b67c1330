import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { z } from 'zod'
import { prisma } from '@/db/client'
import { withoutViewer } from '@/db/transaction'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { openSession } from './session'
import { cookieOptions, SESSION_SECONDS, sessionCookieName } from './session-cookie'

const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env

/** Whether this server is set to an OpenID Connect provider; its three settings come together or not at all. */
export const hasIdentityProvider = OIDC_ISSUER !== undefined

const verifiedIdentity = z.object({
  email: z.string().trim().toLowerCase(),
  email_verified: z.literal(true),
})

/**
 * The account an identity opens: the active one with the same e-mail, if the provider says that it verified it. A provider
 * never creates an account, nor gives a role.
 */
export async function findAccountFor(profile: unknown): Promise<string | null> {
  const identity = verifiedIdentity.safeParse(profile)
  if (!identity.success) return null
  const compte = await prisma.compte.findFirst({
    where: { courriel: identity.data.email, actif: true },
    select: { id: true },
  })
  return compte?.id ?? null
}

/** next-auth speaks with the provider; the session it opens is the same row, behind the same cookie, as with a password. */
export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/connexion', error: '/connexion' },
  cookies: { sessionToken: { name: sessionCookieName, options: cookieOptions } },
  providers: hasIdentityProvider
    ? [
        {
          id: 'oidc',
          name: 'Fournisseur d’identité',
          type: 'oauth',
          wellKnown: `${OIDC_ISSUER?.replace(/\/$/, '')}/.well-known/openid-configuration`,
          clientId: OIDC_CLIENT_ID ?? '',
          clientSecret: OIDC_CLIENT_SECRET ?? '',
          idToken: true,
          checks: ['pkce', 'state', 'nonce'],
          authorization: { params: { scope: 'openid email' } },
          profile: ({ sub }: { sub: string }) => ({ id: sub }),
        },
      ]
    : [],
  callbacks: {
    signIn: async ({ profile }) => (await findAccountFor(profile)) !== null,
    jwt: async ({ token, profile }) => {
      const compteId = profile === undefined ? null : await findAccountFor(profile)
      if (compteId === null) return { sub: token.sub ?? '' }
      return { sub: await withoutViewer((tx) => openSession(tx, compteId, now())) }
    },
  },
}
