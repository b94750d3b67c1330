import { formatDuration, formatDatedTime } from '@/domain/commun/format'
import { libelleMotif } from '@/domain/orientations/motifs'
import { libellesCote, libellesStatutOrientation } from '@/domain/orientations/statuts'
import { Card } from '@/ui/card'
import type { FicheOrientation } from '../queries'

type ChronologieProps = { fiche: Pick<FicheOrientation, 'evenements' | 'souhaitLe'> }

/** What happened, in order, and how long after the wish. Nothing here can be rewritten. */
export function Chronologie({ fiche: { evenements, souhaitLe } }: ChronologieProps) {
  return (
    <Card title="Chronologie">
      <ol className="flex flex-col">
        <Step title="Souhait exprimé" at={souhaitLe} />
        {evenements.map(({ id, vers, le, cote, motif }) => (
          <Step
            key={id}
            title={libellesStatutOrientation[vers]}
            at={le}
            after={(le.getTime() - souhaitLe.getTime()) / 60_000}
            note={[libellesCote[cote], motif === null ? null : libelleMotif(motif)]
              .filter((part) => part !== null)
              .join(' · ')}
          />
        ))}
      </ol>
    </Card>
  )
}

type StepProps = { title: string; at: Date; after?: number; note?: string }

function Step({ title, at, after, note }: StepProps) {
  return (
    <li className="relative border-l-2 border-line pb-4 pl-5 last:border-transparent last:pb-0">
      <span
        aria-hidden
        className="absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-accent bg-surface"
      />
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{title}</span>
        <time dateTime={at.toISOString()} className="text-sm text-soft">
          {formatDatedTime(at)}
        </time>
      </p>
      <p className="text-sm text-soft">
        {note}
        {after !== undefined && after >= 1 && ` · ${formatDuration(after)} après le souhait`}
      </p>
    </li>
  )
}
