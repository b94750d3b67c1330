import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { toneClasses, toneIcons, type Tone } from './tone'

type StatusBadgeProps = {
  tone: Tone
  children: ReactNode
  /** Instead of the tone's own icon. */ icon?: LucideIcon
}

/** A state: icon, word and colour together. */
export function StatusBadge({ tone, children, icon: Icon = toneIcons[tone] }: StatusBadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap print:border print:px-2 fort:border ${toneClasses[tone]}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={2.25} />
      {children}
    </span>
  )
}
