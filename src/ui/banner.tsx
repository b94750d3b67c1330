import type { ReactNode } from 'react'
import { toneIcons, type Tone } from './tone'

type BannerTone = Extract<Tone, 'info' | 'success' | 'warning' | 'danger'>

type BannerProps = {
  tone: BannerTone
  /** What happened. */
  title: string
  /** What was kept: « Votre saisie est gardée sur cette tablette. » */
  kept?: ReactNode
  /** What to do now. */
  nextStep?: ReactNode
  actions?: ReactNode
}

const classes: Record<BannerTone, string> = {
  info: 'border-transparent bg-info-soft fort:border-info [&>svg]:text-info',
  success: 'border-transparent bg-success-soft fort:border-success [&>svg]:text-success',
  warning: 'border-transparent bg-warning-soft fort:border-warning [&>svg]:text-warning',
  danger: 'border-danger bg-danger-soft [&>svg]:text-danger',
}

/** Says what happened, what was kept, what to do. A failure is read out as soon as it appears. */
export function Banner({ tone, title, kept, nextStep, actions }: BannerProps) {
  const Icon = toneIcons[tone]
  return (
    <div
      {...(tone === 'danger' ? { role: 'alert' } : {})}
      className={`flex items-start gap-3 rounded-card border px-4 py-3 text-ink print:border-ink ${classes[tone]}`}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" strokeWidth={2.25} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {kept !== undefined && <div>{kept}</div>}
        {nextStep !== undefined && <div>{nextStep}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
