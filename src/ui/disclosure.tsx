import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

type DisclosureProps = { title: ReactNode; children: ReactNode; isOpenAtFirst?: boolean }

/** More, for who asks. The browser's own element: no JavaScript, and found by a search in the page. */
export function Disclosure({ title, children, isOpenAtFirst = false }: DisclosureProps) {
  return (
    <details open={isOpenAtFirst} className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-control cursor-pointer list-none items-center gap-2 rounded-card px-4 py-2 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-soft transition-transform group-open:rotate-90"
        />
        {title}
      </summary>
      <div className="border-t border-line px-4 py-3">{children}</div>
    </details>
  )
}
