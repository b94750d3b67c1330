'use client'

import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

type TabsProps = {
  /** What the tabs choose between, for screen readers. */
  label: string
  tabs: readonly { readonly id: string; readonly title: ReactNode; readonly content: ReactNode }[]
}

const tabClasses =
  'flex min-h-control cursor-pointer items-center border-b-3 border-transparent px-4 font-medium text-soft outline-offset-[-3px] hover:text-ink data-selected:border-accent data-selected:font-semibold data-selected:text-accent'

/** Sides of one thing, shown in turn. When each side deserves an address of its own, use TabLinks. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <AriaTabs className="flex flex-col gap-4">
      <TabList aria-label={label} className="flex overflow-x-auto border-b border-line">
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id} className={tabClasses}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
