import type { Tone } from './tone'

type MeterProps = {
  label: string
  value: number
  max: number
  /** The value in words: « 12 places sur 15 » */
  text: string
  tone?: Exclude<Tone, 'neutral'>
}

const fills: Record<NonNullable<MeterProps['tone']>, string> = {
  info: 'bg-accent',
  success: 'bg-success-solid',
  warning: 'bg-warning-solid',
  danger: 'bg-danger-solid',
}

/** How much of a whole, as a bar and in words. */
export function Meter({ label, value, max, text, tone = 'info' }: MeterProps) {
  const share = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max))
  return (
    <div className="flex min-w-32 flex-col gap-1">
      <div className="flex justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        <span className="text-soft tabular-nums">{text}</span>
      </div>
      <meter className="sr-only" aria-label={label} min={0} max={max} value={value}>
        {text}
      </meter>
      <div
        aria-hidden
        className="h-2 overflow-hidden rounded-full bg-line fort:h-3 fort:border fort:border-line fort:bg-sunken"
      >
        <div
          className={`h-full rounded-full print:border-4 ${fills[tone]}`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}
