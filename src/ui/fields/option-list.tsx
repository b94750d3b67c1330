'use client'

import { Check } from 'lucide-react'
import { use } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { PortalHost } from '../overlays/portal-host'
import type { Option } from './field-props'

type OptionListProps = { emptyText: string }

const itemClasses =
  'flex min-h-control cursor-pointer items-center gap-2 rounded-sm px-3 py-1.5 data-disabled:opacity-50 data-focused:bg-accent-soft data-focused:text-ink'

/** The choices that a ComboBox opens. */
export function OptionList({ emptyText }: OptionListProps) {
  const host = use(PortalHost)
  return (
    <Popover
      {...(host === null ? {} : { UNSTABLE_portalContainer: host })}
      className="max-h-80 w-(--trigger-width) min-w-48 overflow-auto rounded-control border border-line bg-raised p-1 text-ink shadow-raised data-entering:animate-appear"
    >
      <ListBox
        renderEmptyState={() => <p className="px-3 py-2 text-soft">{emptyText}</p>}
        className="outline-none"
      >
        {(option: Option) => (
          <ListBoxItem
            id={option.value}
            textValue={option.label}
            isDisabled={option.isDisabled ?? false}
            className={itemClasses}
          >
            {({ isSelected }) => (
              <>
                <span className="flex-1">
                  {option.label}
                  {option.description !== undefined && (
                    <span className="block text-sm text-soft">{option.description}</span>
                  )}
                </span>
                {isSelected && <Check aria-hidden className="size-4 text-accent" />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
