import type { ReactNode } from 'react'
import { requireViewer } from '@/auth/require-viewer'
import { offersScreen } from '@/domain/comptes/ecrans'
import { libellesRole } from '@/domain/comptes/roles'
import { SignOut } from '@/features/comptes/components/sign-out'
import { readIdentity } from '@/features/comptes/queries'
import { BUREAU_ENTRIES } from '@/ui/shell/bureau-entries'
import { BureauShell } from '@/ui/shell/bureau-shell'

export default async function BureauLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const { fonction, organisation, roles, demonstration } = await readIdentity(viewer)
  return (
    <BureauShell
      entries={BUREAU_ENTRIES.filter(({ href }) => offersScreen(viewer, href))}
      identity={{
        role: roles.map((role) => libellesRole[role]).join(', '),
        organisation: organisation?.nom ?? fonction,
      }}
      signOut={<SignOut />}
      isDemonstration={demonstration}
    >
      {children}
    </BureauShell>
  )
}
