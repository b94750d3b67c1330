'use client'

import type { Layer, PathOptions } from 'leaflet'
import { GeoJSON } from 'react-leaflet'
import type { CartePassages } from '@/domain/territoire/couverture'

type Passage = CartePassages['features'][number]

/** Where rounds went, over the communes; a press on a hexagon says it in words. */
export function PassagesLayer({ passages }: { passages: CartePassages }) {
  return <GeoJSON data={passages} style={styleOf} onEachFeature={addPhrase} />
}

function styleOf(feature?: { properties: Passage['properties'] | null }): PathOptions {
  const kind = feature?.properties?.aNous === true ? 'map-passage-nous' : 'map-passage-autres'
  return { className: `map-passage ${kind}`, weight: 1.5 }
}

function addPhrase({ properties }: { properties: Passage['properties'] }, layer: Layer): void {
  layer.bindTooltip(properties.phrase, { sticky: true, className: 'map-tooltip' })
}
