'use client'

import { useEffect } from 'react'
import { useMap } from 'react-leaflet'
import type { ResumeStructure } from '@/domain/structures/resume'
import { type MapGroup, SPREAD_ZOOM } from '@/ui/map/clusters'
import { PointsLayer } from '@/ui/map/points-layer'
import { nomDeLaGrappe, nomDuPoint } from './nom-point'
import { ResumePoint } from './resume-point'
import type { Choix } from './choix'
import { SigneStructure } from './signe-structure'

type StructuresLayerProps = {
  points: readonly Point[]
  groupsAt: (zoom: number) => readonly MapGroup[]
  choix: Choix | null
  onChoose: (choix: Choix | null) => void
  /** Takes the reader back to the line of this structure in the list. */
  onShowInList: (slug: string) => void
}

/** Structures on the map: their signs, those of one place together, and what was chosen. */
export function StructuresLayer({ points, groupsAt, choix, onChoose, onShowInList }: StructuresLayerProps) {
  useReveal(points.find(({ id }) => id === choix?.slug)?.structure, choix?.depuis)
  return (
    <PointsLayer
      points={points}
      groupsAt={groupsAt}
      chosen={
        choix === null ? null : { id: choix.slug, focusRequest: choix.depuis === 'CARTE' ? choix : null }
      }
      onChoose={({ id }) => onChoose({ slug: id, depuis: 'CARTE' })}
      onClose={() => onChoose(null)}
      labelOf={({ structure }) => nomDuPoint(structure)}
      clusterLabelOf={(members) => nomDeLaGrappe(members.map(({ structure }) => structure))}
      drawSign={drawSign}
      drawCluster={drawCluster}
    >
      {({ structure }) => (
        <ResumePoint structure={structure} onShowInList={() => onShowInList(structure.slug)} />
      )}
    </PointsLayer>
  )
}

/** Brings what was chosen in the list into view, near enough to be seen alone. */
function useReveal(chosen: ResumeStructure | undefined, from: Choix['depuis'] | undefined) {
  const map = useMap()
  const point = from === 'LISTE' ? chosen?.point : undefined
  useEffect(() => {
    if (!point) return
    const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches
    map.setView([point.latitude, point.longitude], Math.max(map.getZoom(), SPREAD_ZOOM), { animate })
  }, [map, point])
}

type Point = ReturnType<typeof pointsOf>[number]

function drawSign({ structure: { kind, point, places } }: Point, isChosen: boolean) {
  return (
    <span className="signe-point" data-choisi={isChosen || undefined}>
      <SigneStructure kind={kind} isApproximate={point?.precision === 'COMMUNE'} />
      {places !== null && <span className="signe-libres">{places.libres}</span>}
    </span>
  )
}

function drawCluster(members: readonly Point[], isChosen: boolean) {
  const places = members.flatMap(({ structure }) => structure.places ?? [])
  return (
    <span className="signe-grappe" data-choisi={isChosen || undefined}>
      {members.length}
      {places.length > 0 && (
        <span className="signe-libres">{places.reduce((sum, { libres }) => sum + libres, 0)}</span>
      )}
    </span>
  )
}

/** Those that have a place on the map. */
export function pointsOf(structures: readonly ResumeStructure[]) {
  return structures.flatMap((structure) => {
    const { slug, nom, point } = structure
    return point === null ? [] : [{ id: slug, nom, ...point, structure }]
  })
}
