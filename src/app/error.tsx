'use client'

import { Crash } from '@/ui/crash'
import { PublicShell } from '@/ui/shell/public-shell'

export default function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <PublicShell>
      <Crash error={error} retry={retry} />
    </PublicShell>
  )
}
