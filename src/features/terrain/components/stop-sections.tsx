'use client'

import { HandHeart, type LucideIcon, MapPin, NotebookPen, Package, Users } from 'lucide-react'
import { type ArretBrouillon, type FauteArret, type SectionArret } from '@/domain/maraudes/arret-brouillon'
import { totalOf } from '@/domain/maraudes/totaux'

type StopSectionsProps = {
  draft: ArretBrouillon
  fautes: readonly FauteArret[]
  section: SectionArret
  onChange: (section: SectionArret) => void
}

const parts: readonly { id: SectionArret; label: string; icon: LucideIcon }[] = [
  { id: 'lieu', label: 'Lieu', icon: MapPin },
  { id: 'personnes', label: 'Personnes', icon: Users },
  { id: 'materiel', label: 'Matériel', icon: Package },
  { id: 'besoins', label: 'Besoins', icon: HandHeart },
  { id: 'notes', label: 'Notes', icon: NotebookPen },
]

/** The five parts of a stop, under the thumb, each with what it already holds. */
export function StopSections({ draft, fautes, section, onChange }: StopSectionsProps) {
  const counts = countsOf(draft)
  return (
    <nav aria-label="Parties de l’arrêt" className="grid grid-cols-5 gap-1">
      {parts.map(({ id, label, icon: Icon }) => {
        const isFaulty = fautes.some((faute) => faute.section === id)
        return (
          <button
            key={id}
            type="button"
            aria-current={id === section ? 'step' : undefined}
            onClick={() => onChange(id)}
            className={`relative flex min-h-14 cursor-pointer flex-col items-center justify-center gap-0.5 rounded-control text-xs font-semibold select-none aria-[current]:bg-accent-soft aria-[current]:text-accent ${isFaulty ? 'text-danger' : 'text-soft'}`}
          >
            <span className="flex items-center gap-1">
              <Icon aria-hidden className="size-6" />
              {counts[id] > 0 && <span className="text-base tabular-nums">{counts[id]}</span>}
            </span>
            {label}
            {isFaulty && <span className="sr-only"> (à compléter)</span>}
          </button>
        )
      })}
    </nav>
  )
}

function countsOf(draft: ArretBrouillon): Record<SectionArret, number> {
  const total = totalOf([draft])
  const { mediations, incidents, messages, note, ambiance, presencePoliciere } = draft
  const said = [mediations > 0, note.trim() !== '', ambiance !== null, presencePoliciere !== null]
  return {
    lieu: 0,
    personnes: total.personnes,
    materiel: total.donnes + total.recuperes,
    besoins: total.besoins,
    notes: said.filter(Boolean).length + incidents.length + messages.length,
  }
}
