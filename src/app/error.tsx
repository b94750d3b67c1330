'use client'

import { Crash } from '@/ui/crash'

/** Without the shell: every route carries this file. */
export default function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="px-4">
      <Crash error={error} retry={retry} />
    </main>
  )
}
