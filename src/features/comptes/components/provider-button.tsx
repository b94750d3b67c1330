'use client'

import { KeyRound } from 'lucide-react'
import { Button } from '@/ui/button'

/** The way through the organisation's own identity provider. Its code is fetched only when pressed. */
export function ProviderButton({ suite }: { suite: string }) {
  async function leave() {
    const { signIn } = await import('next-auth/react')
    await signIn('oidc', { callbackUrl: suite })
  }
  return (
    <Button onPress={leave} className="w-full">
      <KeyRound aria-hidden />
      Mon fournisseur d’identité
    </Button>
  )
}
