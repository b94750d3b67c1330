import type { Metadata } from 'next'
import { MissingPage } from '@/ui/missing-page'
import { PublicShell } from '@/ui/shell/public-shell'

export const metadata: Metadata = { title: 'Page introuvable' }

export default function NotFound() {
  return (
    <PublicShell>
      <MissingPage />
    </PublicShell>
  )
}
