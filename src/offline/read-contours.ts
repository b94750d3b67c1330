import { type CarteCommunes, carteCommunes } from '@/domain/territoire/carte'

/** The communes to draw: true contours when the worker kept them or the network gives them, schematic cells otherwise. */
export async function readContours(): Promise<CarteCommunes> {
  try {
    const response = await fetch('/api/contours', { signal: AbortSignal.timeout(5_000) })
    if (response.ok && response.headers.get('content-type')?.includes('json')) return await response.json()
  } catch {
    // No network and nothing kept: the schematic map is in the code.
  }
  return carteCommunes([])
}
