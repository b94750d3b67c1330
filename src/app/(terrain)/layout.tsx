import type { ReactNode } from 'react'
import { TerrainShell } from '@/ui/shell/terrain-shell'

export default function TerrainLayout({ children }: { children: ReactNode }) {
  return (
    <TerrainShell strip={null} isDemonstration={false}>
      {children}
    </TerrainShell>
  )
}
