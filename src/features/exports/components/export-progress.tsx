import { formatNumber } from '@/domain/commun/format'
import type { ExportDemande } from '../queries'

/** How far a file is: rows written of rows to write, once they are counted. */
export function ExportProgress({ file: { lignes, total } }: { file: ExportDemande }) {
  const written =
    total === null ? 'Les lignes se comptent…' : `${formatNumber(lignes)} sur ${formatNumber(total)}`
  return (
    <span className="flex w-40 flex-col gap-1 text-sm">
      <progress
        className="h-2 w-full accent-accent"
        aria-label="Lignes écrites"
        {...(total === null ? {} : { value: lignes, max: Math.max(1, total) })}
      />
      <span className="text-soft tabular-nums">{written}</span>
    </span>
  )
}
