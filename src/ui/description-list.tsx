import type { ReactNode } from 'react'

type DescriptionListProps = { items: readonly { readonly term: string; readonly detail: ReactNode }[] }

/** Names and values of one thing. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)] sm:gap-y-2">
      {items.map(({ term, detail }) => (
        <div key={term} className="contents">
          <dt className="text-sm text-soft sm:pt-0.5">{term}</dt>
          <dd className="mb-2 min-w-0 sm:mb-0">{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
