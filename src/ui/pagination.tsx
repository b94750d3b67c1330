import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { UrlObject } from 'node:url'
import { buttonClasses } from './button-classes'

type PaginationProps = {
  /** What is paged: « Structures » */
  label: string
  previous?: UrlObject | undefined
  next?: UrlObject | undefined
}

/** Page by key: one goes forward and back; there is no page number to be wrong. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (previous === undefined && next === undefined) return null
  return (
    <nav aria-label={`Pages : ${label}`} className="mt-4 flex justify-between gap-3">
      {previous === undefined ? (
        <span />
      ) : (
        <Link href={previous} rel="prev" className={buttonClasses('secondary')}>
          <ChevronLeft aria-hidden />
          Précédents
        </Link>
      )}
      {next !== undefined && (
        <Link href={next} rel="next" className={buttonClasses('secondary')}>
          Suivants
          <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  )
}
