import type { Metadata } from 'next'
import { TerrainApp } from '@/features/terrain/components/terrain-app'

export const metadata: Metadata = { title: 'Terrain' }

/** The same static page at each address of the tablet, so that reloading works. */
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams(): { ecran: string[] }[] {
  return [
    'maraude',
    'maraude/arret',
    'maraude/demande',
    'maraude/cloture',
    'envois',
    'carte',
    'enrolement',
  ].map((path) => ({
    ecran: path.split('/'),
  }))
}

export default function TerrainPage() {
  return <TerrainApp />
}
