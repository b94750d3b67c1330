import NextAuth from 'next-auth'
import { authOptions, hasIdentityProvider } from '@/auth/identity-provider'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = NextAuth(authOptions)

// What next-auth's own page script calls on the way to the provider and back. Passwords and signing out are elsewhere.
const ACTIONS = ['csrf', 'providers', 'signin', 'callback', 'error']

async function answer(request: Request, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth
  if (!hasIdentityProvider || !ACTIONS.includes(action)) return new Response(null, { status: 404 })
  return handler(request, context)
}

export { answer as GET, answer as POST }
