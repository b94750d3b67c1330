'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import type { ResumeStructure } from '@/domain/structures/resume'
import type { Emprise } from '@/domain/territoire/geometrie'
import type { Choix } from './choix'
import { ListeCarte } from './liste-carte'

const CarteDynamique = dynamic(
  () => import('./carte-dynamique').then(({ CarteDynamique: loaded }) => loaded),
  { ssr: false, loading: () => <p className="animate-wait p-4 text-soft">La carte se dessine…</p> },
)

type CarteStructuresProps = {
  structures: readonly ResumeStructure[]
  emprise: Emprise
  hasBackground: boolean
  /** The structure to start on. */
  choisie: string | null
}

/** The map and its list side by side: choosing in one shows in the other. */
export function CarteStructures({ structures, emprise, hasBackground, choisie }: CarteStructuresProps) {
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
      className="grid gap-4 bureau:h-[max(30rem,calc(100dvh-19rem))] bureau:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)] bureau:grid-rows-[minmax(0,1fr)] print:block"
    >
      <div className="relative order-first h-[55dvh] min-h-80 overflow-hidden rounded-card border border-line bureau:order-last bureau:h-auto print:mb-6 print:h-[15cm]">
        <CarteDynamique
          structures={structures}
          emprise={emprise}
          hasBackground={hasBackground}
          choix={choix}
          onChoose={choose}
          onShowInList={showInList}
        />
      </div>
      <ListeCarte structures={structures} choix={choix} onChoose={choose} />
      <p aria-live="polite" className="sr-only">
        {choix?.depuis === 'CARTE' && chosen ? `${chosen.nom} : choisie, dans la liste aussi` : ''}
      </p>
    </div>
  )
}
