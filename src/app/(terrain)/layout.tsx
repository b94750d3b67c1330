import type { ReactNode } from 'react'
import { TerrainFrame } from '@/features/terrain/components/terrain-frame'

export default function TerrainLayout({ children }: { children: ReactNode }) {
  return <TerrainFrame>{children}</TerrainFrame>
}
