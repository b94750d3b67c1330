'use client'

import { lazy, Suspense, useState } from 'react'
import { plural } from '@/domain/commun/format'
import { describeArret } from '@/domain/maraudes/phrases'
import type { ArretLocal } from '@/domain/maraudes/tournee'
import { libellesKind } from '@/domain/structures/libelles'
import { findCommune } from '@/domain/territoire/territoire'
import { Button } from '@/ui/button'
import { ActionBar } from '@/ui/shell/action-bar'
import { Skeleton } from '@/ui/skeleton'
import { CommuneField } from './commune-field'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'

const MapDrawing = lazy(() => import('./map-drawing').catch(() => ({ default: DrawingMissing })))

/** The two departments, with or without network: where this round stopped, and the structures of each commune. */
export default function MapScreen() {
  const { tournee } = useTerrain()
  const arrets = tournee?.arrets ?? NO_STOP
  const [code, setCode] = useState(arrets.at(-1)?.corps.communeCode ?? null)
  return (
    <>
      <ScreenTitle>Carte</ScreenTitle>
      <div className="flex flex-col gap-5">
        <CommuneField label="Commune" value={code} onChange={setCode} />
        <div className="relative h-[50dvh] min-h-72 overflow-hidden rounded-card border border-line">
          <Suspense fallback={<Skeleton className="size-full" />}>
            <MapDrawing arrets={arrets} chosen={code} onChoose={setCode} />
          </Suspense>
        </div>
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

const NO_STOP: readonly ArretLocal[] = []

function DrawingMissing() {
  return (
    <p className="p-4 text-base text-soft">
      Le dessin de la carte n’a pas pu être lu. Le champ Commune et sa liste disent la même chose ; rouvrez
      Maillage pour réessayer.
    </p>
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
        {structures.map(({ id, nom, kind }) => (
          <li key={id} className="px-4 py-3 text-base">
            {nom}
            {kind !== undefined && <span className="block text-soft">{libellesKind[kind]}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
