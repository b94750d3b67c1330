import { Lock } from 'lucide-react'
import { SANS_OBJET, writeFigure } from '@/domain/rapports/chiffre'
import type { Case } from '@/domain/rapports/tableaux'

/** One figure of a table: aligned on its comma, a zero fainter, a secret said in words and with a lock. */
export function Figure({ cellule, decimales }: Case) {
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
  return <span className={cellule === 0 ? 'text-soft' : undefined}>{writeFigure(cellule, decimales)}</span>
}
