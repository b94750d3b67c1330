import type { ReactNode } from 'react'
import { TerrainFrame } from '@/features/comptes/components/terrain-frame'

export default function TerrainLayout({ children }: { children: ReactNode }) {
  return <TerrainFrame strip={null}>{children}</TerrainFrame>
}
