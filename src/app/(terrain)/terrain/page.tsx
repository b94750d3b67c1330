import type { Metadata } from 'next'
import { TerrainApp } from '@/features/terrain/components/terrain-app'

export const metadata: Metadata = { title: 'Terrain' }

/** A static page without any data: a worker may keep it, and it shows every screen of the tablet. */
export const dynamic = 'force-static'

export default function TerrainPage() {
  return <TerrainApp />
}
