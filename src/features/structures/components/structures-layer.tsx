'use client'

import { useEffect, useMemo, useState } from 'react'
import { useMap, useMapEvents } from 'react-leaflet'
import type { ResumeStructure } from '@/domain/structures/resume'
import { groupPoints, SPREAD_ZOOM, type MapGroup } from '@/ui/map/clusters'
import { MapMarker } from '@/ui/map/map-marker'
import { MapPopup } from '@/ui/map/map-popup'
import { nomDeLaGrappe, nomDuPoint } from './nom-point'
import { ResumePoint } from './resume-point'
import type { Choix } from './choix'
import { SigneStructure } from './signe-structure'

type StructuresLayerProps = {
  structures: readonly ResumeStructure[]
  choix: Choix | null
  onChoose: (choix: Choix | null) => void
  /** Takes the reader back to the line of this structure in the list. */
  onShowInList: (slug: string) => void
}

const POINT_PX = 32
const CLUSTER_PX = 36

/** Structures on the map: their signs, those of one place together, and what was chosen. */
export function StructuresLayer({ structures, choix, onChoose, onShowInList }: StructuresLayerProps) {
  const map = useMap()
  const [zoom, setZoom] = useState(() => map.getZoom())
  const [slugToFocus, setSlugToFocus] = useState<string | null>(null)
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) })
  const bySlug = useMemo(
    () => new Map(structures.map((structure) => [structure.slug, structure])),
    [structures],
  )
  const groups = useMemo(() => groupPoints(pointsOf(structures), zoom), [structures, zoom])
  const chosen = choix === null ? undefined : bySlug.get(choix.slug)
  useReveal(chosen, choix?.depuis)

  function open(group: Extract<MapGroup, { type: 'CLUSTER' }>) {
    setSlugToFocus(group.ids[0] ?? null)
    moveTo([group.latitude, group.longitude], group.zoom)
  }
  function moveTo(centre: [number, number], target: number) {
    map.setView(centre, target, { animate: !matchMedia('(prefers-reduced-motion: reduce)').matches })
  }
  function choose(slug: string) {
    setSlugToFocus(null)
    onChoose({ slug, depuis: 'CARTE' })
  }
  function close() {
    setSlugToFocus(choix?.depuis === 'CARTE' ? choix.slug : null)
    onChoose(null)
  }

  return (
    <>
      {groups.map((group) =>
        group.type === 'ALONE' ? (
          <PointStructure
            key={group.id}
            group={group}
            structure={bySlug.get(group.id)}
            isChosen={group.id === chosen?.slug}
            takesFocus={group.id === slugToFocus}
            onChoose={() => choose(group.id)}
          />
        ) : (
          <GrappeStructures
            key={group.ids.join()}
            group={group}
            structures={group.ids.flatMap((id) => bySlug.get(id) ?? [])}
            isChosen={chosen !== undefined && group.ids.includes(chosen.slug)}
            onOpen={() => open(group)}
          />
        ),
      )}
      {chosen?.point && (
        <MapPopup
          key={chosen.slug}
          label={chosen.nom}
          longitude={chosen.point.longitude}
          latitude={chosen.point.latitude}
          offset={popupOffset(groups, chosen.slug)}
          focusRequest={choix?.depuis === 'CARTE' ? choix : null}
          onClose={close}
        >
          <ResumePoint structure={chosen} onShowInList={() => onShowInList(chosen.slug)} />
        </MapPopup>
      )}
    </>
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

type PointProps = {
  group: Extract<MapGroup, { type: 'ALONE' }>
  structure: ResumeStructure | undefined
  isChosen: boolean
  takesFocus: boolean
  onChoose: () => void
}

function PointStructure({ group, structure, isChosen, takesFocus, onChoose }: PointProps) {
  if (structure === undefined) return null
  return (
    <MapMarker
      label={nomDuPoint(structure)}
      longitude={group.longitude}
      latitude={group.latitude}
      offset={group.offset}
      size={POINT_PX}
      isChosen={isChosen}
      takesFocus={takesFocus}
      onChoose={onChoose}
    >
      <span className="signe-point" data-choisi={isChosen || undefined}>
        <SigneStructure kind={structure.kind} isApproximate={structure.point?.precision === 'COMMUNE'} />
        {structure.places !== null && <span className="signe-libres">{structure.places.libres}</span>}
      </span>
    </MapMarker>
  )
}

type GrappeProps = {
  group: Extract<MapGroup, { type: 'CLUSTER' }>
  structures: readonly ResumeStructure[]
  isChosen: boolean
  onOpen: () => void
}

function GrappeStructures({ group, structures, isChosen, onOpen }: GrappeProps) {
  const places = structures.flatMap((structure) => structure.places ?? [])
  return (
    <MapMarker
      label={nomDeLaGrappe(structures)}
      longitude={group.longitude}
      latitude={group.latitude}
      size={CLUSTER_PX}
      onChoose={onOpen}
    >
      <span className="signe-grappe" data-choisi={isChosen || undefined}>
        {structures.length}
        {places.length > 0 && (
          <span className="signe-libres">{places.reduce((sum, { libres }) => sum + libres, 0)}</span>
        )}
      </span>
    </MapMarker>
  )
}

/** Those that have a place on the map. */
export function pointsOf(structures: readonly ResumeStructure[]) {
  return structures.flatMap(({ slug, point }) => (point === null ? [] : [{ id: slug, ...point }]))
}

function popupOffset(groups: readonly MapGroup[], slug: string): readonly [number, number] {
  const group = groups.find((each) => each.type === 'ALONE' && each.id === slug)
  const [x, y] = group?.type === 'ALONE' ? group.offset : [0, 0]
  return [x, y - POINT_PX / 2]
}
