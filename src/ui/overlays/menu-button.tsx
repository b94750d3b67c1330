'use client'

import { Ellipsis } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { buttonClasses, type ButtonVariant } from '../button-classes'

type MenuAction = {
  id: string
  label: string
  icon?: ReactNode
  isDisabled?: boolean
  isDangerous?: boolean
  onAction: () => unknown
}

type MenuButtonProps = {
  /** Said by the button, and shown unless `iconOnly`. */
  label: string
  actions: readonly MenuAction[]
  variant?: ButtonVariant
  iconOnly?: boolean
}

/** Less frequent actions, behind one button. The browser's own popover: Escape or a press elsewhere closes it. */
export function MenuButton({ label, actions, variant = 'quiet', iconOnly = false }: MenuButtonProps) {
  const id = useId()
  const anchor = `--menu${id}`
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={buttonClasses(variant, iconOnly)}
        style={{ anchorName: anchor }}
      >
        {!iconOnly && label}
        <Ellipsis aria-hidden />
      </button>
      <ul
        id={id}
        popover="auto"
        className="m-auto min-w-48 rounded-control border border-line bg-raised p-1 text-ink shadow-raised [position-area:block-end_span-inline-start] [position-try-fallbacks:flip-block,flip-inline] supports-[position-area:end]:inset-auto supports-[position-area:end]:m-1"
        style={{ positionAnchor: anchor }}
      >
        {actions.map((action) => (
          <li key={action.id}>
            <button
              type="button"
              popoverTarget={id}
              popoverTargetAction="hide"
              disabled={action.isDisabled}
              onClick={() => action.onAction()}
              className={`flex min-h-control w-full cursor-pointer items-center gap-2.5 rounded-sm px-3 py-1.5 text-left hover:bg-accent-soft disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0 ${action.isDangerous ? 'text-danger' : ''}`}
            >
              {action.icon}
              {action.label}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
