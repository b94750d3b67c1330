'use client'

import { X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import type { AdresseDeGrille } from '@/domain/places/grille'
import { Button } from '@/ui/button'

type PanneauProps = {
  /** which place: the focus comes here when it changes */
  placeId: string
  titre: string
  note: ReactNode
  /** the grid without the panel */
  retour: AdresseDeGrille
  children: ReactNode
}

/** One place beside the grid. Escape closes it and gives the focus back to its row. */
export function Panneau({ placeId, titre, note, retour, children }: PanneauProps) {
  const frame = useRef<HTMLElement>(null)
  const router = useRouter()

  useEffect(() => {
    document.querySelector<HTMLElement>(`[data-panneau="${placeId}"]`)?.focus()
  }, [placeId])

  useEffect(() => {
    const panel = frame.current
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isInDialog(event.target)) return
      focusRow(placeId)
      router.push(retour, { scroll: false })
    }
    panel?.addEventListener('keydown', onEscape)
    return () => panel?.removeEventListener('keydown', onEscape)
  }, [placeId, retour, router])

  return (
    <aside
      ref={frame}
      data-panneau={placeId}
      tabIndex={-1}
      aria-label={`Place ${titre}`}
      data-no-print
      className="flex flex-col gap-4 self-start rounded-card border border-line bg-surface p-4 shadow-card xl:sticky xl:top-4"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-xl font-bold">{titre}</h2>
          <div className="text-sm text-soft">{note}</div>
        </div>
        <Button
          variant="quiet"
          iconOnly
          aria-label="Fermer le panneau"
          className="-mt-1 -mr-2"
          onPress={() => {
            focusRow(placeId)
            router.push(retour, { scroll: false })
          }}
        >
          <X aria-hidden />
        </Button>
      </div>
      {children}
    </aside>
  )
}

function focusRow(placeId: string): void {
  document.querySelector<HTMLElement>(`tr[data-place="${placeId}"] [data-nuit="0"]`)?.focus()
}

/** Escape is then for the dialog above. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}
