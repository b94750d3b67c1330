'use client'

import { Crash } from '@/ui/crash'

export default function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return <Crash error={error} retry={retry} />
}
