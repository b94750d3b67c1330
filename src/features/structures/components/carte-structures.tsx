'use client'

import { ChevronRight } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState, type ReactNode } from 'react'
import type { ResumeStructure } from '@/domain/structures/resume'
import type { Emprise } from '@/domain/territoire/geometrie'
import { EmptyState } from '@/ui/empty-state'
import type { Choix } from './choix'
import { ListeCarte } from './liste-carte'

const CarteDynamique = dynamic(
  () => import('./carte-dynamique').then(({ CarteDynamique: loaded }) => loaded),
  { ssr: false, loading: () => <p className="animate-wait p-4 text-soft">La carte se dessine…</p> },
)

type CarteStructuresProps = {
  structures: readonly ResumeStructure[]
  emprise: Emprise
  backgroundCredit: string | null
  hasPassages: boolean
  /** The structure to start on. */
  choisie: string | null
  filters: ReactNode
  legend: ReactNode
}

/** The map and its list side by side: choosing in one shows in the other. */
export function CarteStructures({
  structures,
  emprise,
  backgroundCredit,
  hasPassages,
  choisie,
  filters,
  legend,
}: CarteStructuresProps) {
  const [choix, setChoix] = useState<Choix | null>(
    choisie === null ? null : { slug: choisie, depuis: 'LISTE' },
  )
  const frame = useRef<HTMLDivElement>(null)
  const chosen = structures.find(({ slug }) => slug === choix?.slug)

  function choose(next: Choix | null) {
    setChoix(next)
    const address = new URL(window.location.href)
    if (next === null) address.searchParams.delete('choix')
    else address.searchParams.set('choix', next.slug)
    window.history.replaceState(null, '', address)
  }
  function showInList(slug: string) {
    frame.current?.querySelector<HTMLElement>(`[data-slug="${slug}"] button`)?.focus()
  }

  return (
    <div
      ref={frame}
      className="grid gap-4 bureau:h-[max(30rem,calc(100dvh-13.5rem))] bureau:grid-cols-[clamp(16rem,30%,22rem)_minmax(0,1fr)] bureau:grid-rows-[minmax(0,1fr)] print:block"
    >
      <div className="relative order-first h-[55dvh] min-h-80 overflow-hidden rounded-card border border-line bureau:order-last bureau:h-auto print:mb-4 print:h-[15cm]">
        <CarteDynamique
          structures={structures}
          emprise={emprise}
          backgroundCredit={backgroundCredit}
          hasPassages={hasPassages}
          choix={choix}
          onChoose={choose}
          onShowInList={showInList}
        />
        <details
          data-no-print
          className="group absolute bottom-2 left-2 z-[600] flex max-h-[calc(100%-1rem)] max-w-[min(34rem,calc(100%-1rem))] flex-col overflow-y-auto rounded-control bg-raised shadow-raised"
        >
          <summary className="flex min-h-control cursor-pointer list-none items-center gap-2 rounded-control px-4 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="size-4 text-soft transition-transform group-open:rotate-90"
            />
            Légende
          </summary>
          <div className="border-t border-line p-4">{legend}</div>
        </details>
      </div>
      <div className="hidden print:mb-4 print:block">{legend}</div>
      <div className="flex min-h-0 flex-col gap-3">
        <div data-no-print className="bureau:max-h-[60%] bureau:shrink-0 bureau:overflow-y-auto">
          {filters}
        </div>
        {structures.length === 0 ? (
          <EmptyState title="Aucune structure ne répond">
            Retirez un filtre ou changez de territoire.
          </EmptyState>
        ) : (
          <ListeCarte structures={structures} choix={choix} onChoose={choose} />
        )}
      </div>
      <p aria-live="polite" className="sr-only">
        {choix?.depuis === 'CARTE' && chosen ? `${chosen.nom} : choisie, dans la liste aussi` : ''}
      </p>
    </div>
  )
}
