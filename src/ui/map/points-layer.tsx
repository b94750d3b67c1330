'use client'

import { useMemo, useState, type ReactNode } from 'react'
import { useMap } from 'react-leaflet'
import type { MapGroup, MapPoint } from './clusters'
import { MapMarker } from './map-marker'
import { MapPopup } from './map-popup'
import { useZoom } from './use-zoom'

type Point = MapPoint & { nom: string }

type PointsLayerProps<Item extends Point> = {
  points: readonly Item[]
  /** What to draw of them at a zoom. */
  groupsAt: (zoom: number) => readonly MapGroup[]
  /** The one whose popup is open. `focusRequest` as in `MapPopup`. */
  chosen: { id: string; focusRequest: object | null } | null
  onChoose: (point: Item) => void
  onClose: () => void
  /** What a screen reader says of one, and of several drawn as one. */
  labelOf: (point: Item) => string
  clusterLabelOf: (points: readonly Item[]) => string
  drawSign: (point: Item, isChosen: boolean) => ReactNode
  drawCluster: (points: readonly Item[], isChosen: boolean) => ReactNode
  /** What the popup of the one chosen shows. */
  children: (point: Item) => ReactNode
}

const POINT_PX = 32
const CLUSTER_PX = 36

/** Points as buttons on the map, those of one place together, and a popup for the one chosen. */
export function PointsLayer<Item extends Point>(props: PointsLayerProps<Item>) {
  const { points, groupsAt, chosen, onChoose, onClose, children } = props
  const map = useMap()
  const zoom = useZoom()
  const [idToFocus, setIdToFocus] = useState<string | null>(null)
  const byId = useMemo(() => new Map(points.map((point) => [point.id, point])), [points])
  const groups = groupsAt(zoom)
  const opened = byId.get(chosen?.id ?? '')

  function open({ ids, latitude, longitude, zoom: target }: Extract<MapGroup, { type: 'CLUSTER' }>) {
    setIdToFocus(ids[0] ?? null)
    const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches
    map.setView([latitude, longitude], target, { animate })
  }
  function choose(point: Item) {
    setIdToFocus(null)
    onChoose(point)
  }
  function close() {
    setIdToFocus(chosen?.focusRequest ? chosen.id : null)
    onClose()
  }

  return (
    <>
      {groups.map((group) => {
        const members = membersOf(group).flatMap((id) => byId.get(id) ?? [])
        const isChosen = opened !== undefined && members.includes(opened)
        const [first] = members
        if (first === undefined) return null
        return group.type === 'ALONE' ? (
          <MapMarker
            key={group.id}
            {...placeOf(group)}
            label={props.labelOf(first)}
            size={POINT_PX}
            isChosen={isChosen}
            takesFocus={group.id === idToFocus}
            onChoose={() => choose(first)}
          >
            {props.drawSign(first, isChosen)}
          </MapMarker>
        ) : (
          <MapMarker
            key={group.ids.join()}
            {...placeOf(group)}
            label={props.clusterLabelOf(members)}
            size={CLUSTER_PX}
            onChoose={() => open(group)}
          >
            {props.drawCluster(members, isChosen)}
          </MapMarker>
        )
      })}
      {opened !== undefined && (
        <MapPopup
          key={opened.id}
          label={opened.nom}
          longitude={opened.longitude}
          latitude={opened.latitude}
          offset={popupOffset(groups, opened.id)}
          focusRequest={chosen?.focusRequest ?? null}
          onClose={close}
        >
          {children(opened)}
        </MapPopup>
      )}
    </>
  )
}

function membersOf(group: MapGroup): readonly string[] {
  return group.type === 'ALONE' ? [group.id] : group.ids
}

function placeOf(group: MapGroup) {
  const { longitude, latitude } = group
  return group.type === 'ALONE' ? { longitude, latitude, offset: group.offset } : { longitude, latitude }
}

function popupOffset(groups: readonly MapGroup[], id: string): readonly [number, number] {
  const group = groups.find((each) => each.type === 'ALONE' && each.id === id)
  const [x, y] = group?.type === 'ALONE' ? group.offset : [0, 0]
  return [x, y - POINT_PX / 2]
}
