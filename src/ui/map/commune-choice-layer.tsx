'use client'

import type { PathOptions } from 'leaflet'
import { GeoJSON } from 'react-leaflet'
import type { CarteCommunes } from '@/domain/territoire/carte'

type CommuneChoiceLayerProps = {
  communes: CarteCommunes
  chosen: string | null
  /** Codes of the communes to mark. */
  marked: ReadonlySet<string>
  onChoose: (code: string) => void
}

/** A commune is chosen under the finger; a field beside the map must do the same for everybody else. */
export function CommuneChoiceLayer({ communes, chosen, marked, onChoose }: CommuneChoiceLayerProps) {
  return communes.features.map((commune) => {
    const { code, schematique } = commune.properties
    const etat = code === chosen ? 'choisie' : marked.has(code) ? 'marquee' : 'libre'
    return (
      <GeoJSON
        // Leaflet writes a class once: another state is another drawing.
        key={`${code} ${etat}`}
        data={commune}
        style={styleOf(etat, schematique)}
        eventHandlers={{ click: () => onChoose(code) }}
      />
    )
  })
}

function styleOf(etat: string, isSchematic: boolean): PathOptions {
  const schematic = isSchematic ? 'map-choix-schematique' : ''
  return { className: `map-choix map-choix-${etat} ${schematic}`, weight: 1.5 }
}
