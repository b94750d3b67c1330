'use client'

import { useState } from 'react'
import { plural } from '@/domain/commun/format'
import { describeStructure } from '@/domain/maraudes/phrases'
import type { StructureDuPaquet } from '@/domain/sync/paquet'
import { SigneStructure } from '@/features/structures/components/signe-structure'
import type { MapGroup } from '@/ui/map/clusters'
import { PointsLayer } from '@/ui/map/points-layer'

type PackStructuresLayerProps = {
  points: readonly Point[]
  groupsAt: (zoom: number) => readonly MapGroup[]
  /** Code of the commune chosen: the structure opened is of this one. */
  commune: string | null
  /** Chooses the commune of the structure pressed. */
  onChoose: (communeCode: string) => void
}

/** The structures the tablet took along; a press on one says what it is and chooses its commune. */
export function PackStructuresLayer({ points, groupsAt, commune, onChoose }: PackStructuresLayerProps) {
  const [pressed, setPressed] = useState<Point | null>(null)
  const isOpen = pressed?.structure.communeCode === commune
  return (
    <PointsLayer
      points={points}
      groupsAt={groupsAt}
      chosen={pressed !== null && isOpen ? { id: pressed.id, focusRequest: pressed } : null}
      onChoose={(point) => {
        setPressed(point)
        onChoose(point.structure.communeCode)
      }}
      onClose={() => setPressed(null)}
      labelOf={({ structure }) => `${structure.nom}, ${describeStructure(structure)}`}
      clusterLabelOf={(members) => `${plural(members.length, 'structure', 'structures')} : agrandir`}
      drawSign={drawSign}
      drawCluster={drawCluster}
    >
      {({ structure }) => (
        <>
          <p className="text-lg leading-6 font-bold">{structure.nom}</p>
          <p className="text-base text-soft">{describeStructure(structure)}</p>
        </>
      )}
    </PointsLayer>
  )
}

type Point = ReturnType<typeof pointsOf>[number]

function drawSign({ structure, precision }: Point, isChosen: boolean) {
  return (
    <span className="signe-point" data-choisi={isChosen || undefined}>
      <SigneStructure kind={structure.kind ?? 'AUTRE'} isApproximate={precision === 'COMMUNE'} />
    </span>
  )
}

function drawCluster(members: readonly Point[], isChosen: boolean) {
  return (
    <span className="signe-grappe" data-choisi={isChosen || undefined}>
      {members.length}
    </span>
  )
}

/** Those that have a place on the map. */
export function pointsOf(structures: readonly StructureDuPaquet[]) {
  return structures.flatMap((structure) => {
    const { id, nom, point } = structure
    return point === undefined ? [] : [{ id, nom, ...point, structure }]
  })
}
