import { BedSingle, DoorClosed, Hourglass, type LucideIcon } from 'lucide-react'

/** What is drawn on a night: never told by colour alone, each has its pattern, its icon and its word. */
export type Segment = {
  cle: string
  nature: 'SEJOUR' | 'RESERVATION' | 'FERMETURE'
  passee: boolean
  /** shares of the night, from 0 to 1 */
  gauche: number
  largeur: number
  commence: boolean
  finit: boolean
  /** written once, where the bar comes into sight */
  texte: string | null
}

const icons: Record<Segment['nature'], LucideIcon> = {
  SEJOUR: BedSingle,
  RESERVATION: Hourglass,
  FERMETURE: DoorClosed,
}
const looks: Record<Segment['nature'], string> = {
  SEJOUR: 'border-accent bg-accent-soft text-ink',
  RESERVATION:
    'border-dashed border-info bg-[repeating-linear-gradient(135deg,var(--color-info-soft)_0_6px,var(--color-surface)_6px_12px)] text-ink',
  FERMETURE:
    'border-edge bg-[repeating-linear-gradient(45deg,var(--color-sunken)_0_4px,var(--color-stripe)_4px_6px)] text-ink',
}

/** One bar, or what a night shows of it. */
export function BarreDeNuit({ segment }: { segment: Segment }) {
  const { nature, passee, gauche, largeur, commence, finit, texte } = segment
  const Icon = icons[nature]
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute inset-y-1 flex items-center gap-1 border-y text-xs ${looks[nature]} ${passee ? 'opacity-75' : ''} ${commence ? 'rounded-l-sm border-l-3' : ''} ${finit ? 'rounded-r-sm border-r' : ''} ${finit ? 'overflow-hidden' : ''} ${texte === null ? '' : 'z-1'}`}
      style={{ left: `${gauche * 100}%`, width: `${largeur * 100}%` }}
    >
      {texte !== null && (
        <span className="flex items-center gap-1 pl-1 font-semibold whitespace-nowrap">
          <Icon className="size-3.5 shrink-0" />
          {texte}
        </span>
      )}
    </span>
  )
}
