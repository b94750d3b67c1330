import { formatNumber } from '@/domain/commun/format'
import { type EtatListe, etatListeSchema, libellesListe, type SensListe } from '@/domain/orientations/liste'
import { TabLinks } from '@/ui/tab-links'

type OngletsProps = {
  sens: SensListe
  etat: EtatListe
  compte: Record<EtatListe, number>
  /** the sides the viewer has: a worker of the street only sends */
  sides: readonly SensListe[]
}

const sideTitles: Record<SensListe, string> = { recues: 'Reçues', envoyees: 'Envoyées' }

/** Received or sent, then by state, each with its count and its own address. */
export function OngletsOrientations({ sens, etat, compte, sides }: OngletsProps) {
  return (
    <div className="mb-4 flex flex-col gap-2">
      {sides.length > 1 && (
        <TabLinks
          label="Sens des demandes"
          links={sides.map((side) => ({
            href: { pathname: '/orientations', query: { sens: side } },
            title: sideTitles[side],
            isCurrent: side === sens,
          }))}
        />
      )}
      <TabLinks
        label="État des demandes"
        links={etatListeSchema.options.map((each) => ({
          href: { pathname: '/orientations', query: { sens, etat: each } },
          title: <Title label={libellesListe[sens][each]} count={compte[each]} />,
          isCurrent: each === etat,
        }))}
      />
    </div>
  )
}

function Title({ label, count }: { label: string; count: number }) {
  return (
    <span className="inline-flex items-baseline gap-2 whitespace-nowrap">
      {label}
      <span className="text-sm tabular-nums">{formatNumber(count)}</span>
    </span>
  )
}
