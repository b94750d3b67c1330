import type { Ligne } from '@/domain/quarantaine/lignes'
import { Card } from '@/ui/card'

type Version = { titre: string; lignes: readonly Ligne[] }

/** One or two texts of the same thing, side by side; what differs is marked, and says so. */
export function Versions({ versions }: { versions: readonly Version[] }) {
  return (
    <div className={versions.length > 1 ? 'grid items-start gap-4 bureau:grid-cols-2' : ''}>
      {versions.map((version) => (
        <Card key={version.titre} title={version.titre}>
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
            {version.lignes.map((ligne) => (
              <Line key={ligne.cle} ligne={ligne} differs={differs(ligne, version, versions)} />
            ))}
          </dl>
        </Card>
      ))}
    </div>
  )
}

function Line({ ligne: { terme, detail }, differs: isMarked }: { ligne: Ligne; differs: boolean }) {
  return (
    <div className="contents">
      <dt className="text-sm text-soft sm:pt-0.5">{terme}</dt>
      <dd className={`min-w-0 break-words whitespace-pre-line ${isMarked ? 'font-semibold' : ''}`}>
        {isMarked && (
          <span className="mr-2 rounded-full bg-warning-soft px-2 text-sm font-semibold whitespace-nowrap">
            différent
          </span>
        )}
        {detail}
      </dd>
    </div>
  )
}

function differs({ terme, detail }: Ligne, own: Version, versions: readonly Version[]): boolean {
  return versions.some(
    (other) => other !== own && !other.lignes.some((line) => line.terme === terme && line.detail === detail),
  )
}
