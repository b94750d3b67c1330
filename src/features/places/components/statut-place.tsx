import {
  BedSingle,
  CalendarClock,
  CircleCheck,
  DoorClosed,
  Hourglass,
  type LucideIcon,
  Sparkles,
  TriangleAlert,
} from 'lucide-react'
import { formatShortDateTime, formatTime } from '@/domain/commun/format'
import { isOverrun, libellesStatutPlace, type StatutPlace } from '@/domain/places/disponibilite'
import { StatusBadge } from '@/ui/status-badge'
import { type Tone, toneClasses } from '@/ui/tone'

type StatutPlaceProps = {
  statut: StatutPlace
  jusqua: Date | null
  now: Date
  /** the icon alone, its word for screen readers and under the pointer: in a grid where bars say the rest */
  isShort?: boolean
}

const tones: Record<StatutPlace, Tone> = {
  FERMEE: 'neutral',
  OCCUPEE: 'neutral',
  RESERVEE: 'info',
  A_PREPARER: 'warning',
  RESERVEE_PLUS_TARD: 'success',
  LIBRE: 'success',
}
const icons: Record<StatutPlace, LucideIcon> = {
  FERMEE: DoorClosed,
  OCCUPEE: BedSingle,
  RESERVEE: Hourglass,
  A_PREPARER: Sparkles,
  RESERVEE_PLUS_TARD: CalendarClock,
  LIBRE: CircleCheck,
}
const DAY_MS = 86_400_000

/** The state of a place and its hour: « Réservée · jusqu’à 22 h 40 ». */
export function StatutPlaceBadge({ statut, jusqua, now, isShort = false }: StatutPlaceProps) {
  const isLate = isOverrun({ statut, jusqua }, now)
  if (isShort) return <ShortStatut statut={statut} isLate={isLate} />
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatusBadge tone={isLate ? 'warning' : tones[statut]} icon={icons[statut]}>
        {libellesStatutPlace[statut]}
      </StatusBadge>
      {jusqua !== null && (
        <span className={`text-sm whitespace-nowrap ${isLate ? 'font-semibold text-warning' : 'text-soft'}`}>
          {hourWords(statut, jusqua, now)}
        </span>
      )}
    </span>
  )
}

function ShortStatut({ statut, isLate }: { statut: StatutPlace; isLate: boolean }) {
  const Icon = isLate ? TriangleAlert : icons[statut]
  const words = isLate ? 'Occupée, fin prévue passée' : libellesStatutPlace[statut]
  return (
    <span
      title={words}
      className={`inline-flex items-center rounded-full p-1 ${toneClasses[isLate ? 'warning' : tones[statut]]}`}
    >
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{words}</span>
    </span>
  )
}

function hourWords(statut: StatutPlace, jusqua: Date, now: Date): string {
  const isNear = Math.abs(jusqua.getTime() - now.getTime()) < DAY_MS
  const hour = isNear ? formatTime(jusqua) : formatShortDateTime(jusqua)
  if (isOverrun({ statut, jusqua }, now)) return `fin prévue passée (${hour})`
  if (statut === 'RESERVEE_PLUS_TARD') return `à partir de ${formatShortDateTime(jusqua)}`
  return `jusqu’à ${hour}`
}
