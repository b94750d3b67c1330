'use client'

import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { boxClasses } from './input-classes'

/** Day, month, year, hours, minutes: each part is typed or stepped with the arrows. */
export function Segments() {
  return (
    <DateInput className={`${boxClasses} flex max-w-64 items-center px-2.5 tabular-nums`}>
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded-sm px-0.5 outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-soft data-focused:data-placeholder:text-on-accent data-[type=literal]:px-0 data-[type=literal]:text-soft"
        />
      )}
    </DateInput>
  )
}
