import type { ReactNode } from 'react'
import { BUREAU_ENTRIES } from '@/ui/shell/bureau-entries'
import { BureauShell } from '@/ui/shell/bureau-shell'

export default function BureauLayout({ children }: { children: ReactNode }) {
  return (
    <BureauShell
      entries={BUREAU_ENTRIES}
      identity={{ role: 'Session non branchée', organisation: 'Maillage' }}
      signOut={null}
      isDemonstration={false}
    >
      {children}
    </BureauShell>
  )
}
