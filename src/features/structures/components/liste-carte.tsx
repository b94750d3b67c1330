'use client'

import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { plural } from '@/domain/commun/format'
import { libellesKind } from '@/domain/structures/libelles'
import type { ResumeStructure } from '@/domain/structures/resume'
import type { Choix } from './choix'
import { BadgeOuverture } from './etats-structure'
import { SigneStructure } from './signe-structure'

type ListeCarteProps = {
  structures: readonly ResumeStructure[]
  choix: Choix | null
  onChoose: (choix: Choix) => void
}

/** The same structures as the map, as a list: what the map shows can all be had from here. */
export function ListeCarte({ structures, choix, onChoose }: ListeCarteProps) {
  const list = useRef<HTMLOListElement>(null)
  const chosen = choix?.slug
  useEffect(() => {
    const line = chosen === undefined ? null : list.current?.querySelector(`[data-slug="${chosen}"]`)
    // The list scrolls inside its own box on a desk; on a tablet the page must not move under the map.
    if (line && list.current) {
      const gap = line.getBoundingClientRect().top - list.current.getBoundingClientRect().top
      list.current.scrollTop += gap - 8
    }
  }, [chosen])
  return (
    <ol
      ref={list}
      className="relative min-h-0 flex-1 rounded-card border border-line bg-surface shadow-card bureau:overflow-y-auto print:overflow-visible"
    >
      {structures.map((structure) => (
        <LigneCarte
          key={structure.slug}
          structure={structure}
          isChosen={structure.slug === chosen}
          onChoose={() => onChoose({ slug: structure.slug, depuis: 'LISTE' })}
        />
      ))}
    </ol>
  )
}

type LigneCarteProps = { structure: ResumeStructure; isChosen: boolean; onChoose: () => void }

function LigneCarte({ structure, isChosen, onChoose }: LigneCarteProps) {
  const { slug, nom, kind, organisation, commune, point, places } = structure
  return (
    <li
      data-slug={slug}
      aria-current={isChosen || undefined}
      className="flex items-start gap-3 border-t border-line px-3 py-2.5 first:border-t-0 aria-[current]:bg-accent-soft aria-[current]:shadow-[inset_4px_0_0_var(--color-accent)] print:break-inside-avoid"
    >
      <span className="pt-1.5">
        <SigneStructure kind={kind} isApproximate={point?.precision === 'COMMUNE'} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-0.5">
        <NomCliquable nom={nom} isPlaced={point !== null} isChosen={isChosen} onChoose={onChoose} />
        <p className="text-sm text-soft">
          {[libellesKind[kind], organisation, commune ?? 'hors de la carte'].join(' · ')}
        </p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-0.5">
          <BadgeOuverture {...structure} />
          {places !== null && (
            <span className="text-sm font-semibold">
              {plural(places.libres, 'place libre', 'places libres')} ce soir
            </span>
          )}
        </div>
      </div>
      <Link
        href={`/structures/${slug}`}
        aria-label={`Fiche : ${nom}`}
        data-no-print
        className="flex size-control shrink-0 items-center justify-center rounded-control text-accent hover:bg-accent-soft"
      >
        <ArrowRight aria-hidden className="size-5" />
      </Link>
    </li>
  )
}

type NomProps = { nom: string; isPlaced: boolean; isChosen: boolean; onChoose: () => void }

function NomCliquable({ nom, isPlaced, isChosen, onChoose }: NomProps) {
  if (!isPlaced) return <span className="py-1 font-semibold">{nom}</span>
  return (
    <>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className="-ml-1 min-h-8 cursor-pointer rounded-sm px-1 text-left font-semibold underline-offset-2 hover:underline pointer-coarse:min-h-control"
      >
        {nom}
      </button>
      <span aria-hidden className="hidden font-semibold print:inline">
        {nom}
      </span>
    </>
  )
}
