import { Lock } from 'lucide-react'
import Link from 'next/link'
import type { UrlObject } from 'node:url'
import { SANS_OBJET, writeCase, writeEcart, writeFigure } from '@/domain/rapports/chiffre'
import type { Cellule } from '@/domain/rapports/lecture'
import { type Case, ecartOf } from '@/domain/rapports/tableaux'

/** One figure of a table, and the way to its rows when there are some; set beside another period, what it was then, and by how much it moved. */
export function Figure({ avant, href, ...now }: Case & { href?: UrlObject | undefined }) {
  const value = href ? (
    <Link
      href={href}
      prefetch={false}
      title="Voir les lignes"
      className="text-inherit decoration-dotted decoration-1 underline-offset-4 hover:text-accent hover:decoration-solid"
    >
      <Value {...now} />
      <span className="sr-only"> : voir les lignes</span>
    </Link>
  ) : (
    <Value {...now} />
  )
  if (avant === undefined) return value
  return (
    <span className="flex flex-col items-end">
      {value}
      <Before cellule={now.cellule} decimales={now.decimales} avant={avant} />
    </span>
  )
}

type BeforeProps = { cellule: Cellule; decimales: 0 | 1; avant: Cellule }

function Before({ cellule, decimales, avant }: BeforeProps) {
  const ecart = ecartOf(avant, cellule)
  return (
    <span className="text-xs font-normal text-soft">
      avant : {writeCase({ cellule: avant, decimales })}
      {typeof ecart === 'number' && ` (${writeEcart(ecart, decimales)})`}
    </span>
  )
}

/** Aligned on its comma, a zero fainter, a secret said in words and with a lock. */
function Value({ cellule, decimales, isEcart = false }: Omit<Case, 'avant'>) {
  if (cellule === 'SECRET') {
    return (
      <span className="inline-flex items-center gap-1 text-sm text-soft">
        <Lock aria-hidden className="size-3" />
        <span>
          secret<span className="sr-only"> statistique</span>
        </span>
      </span>
    )
  }
  if (cellule === 'SANS_OBJET') {
    return (
      <span className="text-soft">
        <span aria-hidden>–</span>
        <span className="sr-only">{SANS_OBJET}</span>
      </span>
    )
  }
  const written = isEcart ? writeEcart(cellule, decimales) : writeFigure(cellule, decimales)
  return <span className={cellule === 0 ? 'text-soft' : undefined}>{written}</span>
}
