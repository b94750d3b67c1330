'use client'

import { useState } from 'react'
import { plural } from '@/domain/commun/format'
import { describeArret } from '@/domain/maraudes/phrases'
import type { ArretLocal } from '@/domain/maraudes/tournee'
import type { CarteCommunes, CommuneDessinee } from '@/domain/territoire/carte'
import { METRES_PER_DEGREE } from '@/domain/territoire/geometrie'
import { findCommune } from '@/domain/territoire/territoire'
import { readContours } from '@/offline/read-contours'
import { useLive } from '@/offline/use-live'
import { Button } from '@/ui/button'
import { ActionBar } from '@/ui/shell/action-bar'
import { CommuneField } from './commune-field'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'

/** The two departments without network: where this round stopped, and the structures of each commune. */
export default function MapScreen() {
  const { tournee } = useTerrain()
  const carte = useLive(readContours)
  const arrets = tournee?.arrets ?? []
  const [code, setCode] = useState(arrets.at(-1)?.corps.communeCode ?? null)
  const visited = new Set(arrets.map(({ corps }) => corps.communeCode))
  const isSchematic = carte !== undefined && carte.schematique > 0
  return (
    <>
      <ScreenTitle lead={isSchematic ? 'Carte schématique : sans les vrais contours.' : undefined}>
        Carte
      </ScreenTitle>
      <div className="flex flex-col gap-5">
        {carte !== undefined && <Drawing carte={carte} visited={visited} chosen={code} onChoose={setCode} />}
        <CommuneField label="Commune" value={code} onChange={setCode} />
        {code !== null && <Commune code={code} arrets={arrets} />}
      </div>
      <ActionBar>
        <Button onPress={() => go(tournee === null ? '/terrain' : '/terrain/maraude', {}, true)}>
          Retour
        </Button>
      </ActionBar>
    </>
  )
}

/** What this tablet knows of one commune: its stops in this round, and the structures. */
function Commune({ code, arrets }: { code: string; arrets: readonly ArretLocal[] }) {
  const { paquet } = useTerrain()
  const structures = (paquet?.structures ?? []).filter(({ communeCode }) => communeCode === code)
  const here = arrets.filter(({ corps }) => corps.communeCode === code)
  return (
    <section aria-labelledby="commune" className="flex flex-col gap-2">
      <h2 id="commune" className="text-lg font-bold">
        {findCommune(code)?.nom}
      </h2>
      {here.map(({ id, corps }) => (
        <p key={id} className="text-base">
          {corps.lieu?.trim() || 'Un arrêt de cette maraude'} : {describeArret(corps)}
        </p>
      ))}
      <p className="text-base text-soft">{plural(structures.length, 'structure', 'structures')}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface empty:hidden">
        {structures.map(({ id, nom }) => (
          <li key={id} className="px-4 py-3 text-base">
            {nom}
          </li>
        ))}
      </ul>
    </section>
  )
}

type DrawingProps = {
  carte: CarteCommunes
  visited: ReadonlySet<string>
  chosen: string | null
  onChoose: (code: string) => void
}

/** Degrees shown; a degree of longitude is shorter than one of latitude. */
const VIEW = { west: 2.21, north: 49.02, east: 2.61, south: 48.8 }
const SQUEEZE = METRES_PER_DEGREE.longitude / METRES_PER_DEGREE.latitude
const SCALE = 1000

/** For eyes and fingers; the field below says the same to everybody. */
function Drawing({ carte, visited, chosen, onChoose }: DrawingProps) {
  const size = [(VIEW.east - VIEW.west) * SQUEEZE * SCALE, (VIEW.north - VIEW.south) * SCALE]
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${size.join(' ')}`}
      className="w-full rounded-card border border-line bg-sunken"
    >
      {carte.features.map((commune) => {
        const { code } = commune.properties
        const fill = code === chosen ? 'fill-accent' : visited.has(code) ? 'fill-accent-soft' : 'fill-surface'
        return (
          <path
            key={code}
            d={pathOf(commune)}
            onClick={() => onChoose(code)}
            className={`cursor-pointer stroke-line ${fill}`}
            strokeWidth={1}
          />
        )
      })}
    </svg>
  )
}

function pathOf({ geometry }: CommuneDessinee): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons
    .flat()
    .map((ring) => `M${ring.map(([x, y]) => place(x, y)).join('L')}Z`)
    .join('')
}

function place(longitude: number, latitude: number): string {
  const x = (longitude - VIEW.west) * SQUEEZE * SCALE
  const y = (VIEW.north - latitude) * SCALE
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
