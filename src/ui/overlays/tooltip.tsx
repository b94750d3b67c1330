'use client'

import type { ComponentProps } from 'react'
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

type TooltipProps = {
  text: string
  /** A Button, already named by itself. */
  children: ComponentProps<typeof Focusable>['children']
}

/** A word more about a button, for mouse and keyboard; never the only place of something needed. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500}>
      <Focusable>{children}</Focusable>
      <AriaTooltip
        offset={6}
        className="max-w-72 rounded-control bg-ink px-3 py-1.5 text-sm text-canvas shadow-raised data-entering:animate-appear"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
