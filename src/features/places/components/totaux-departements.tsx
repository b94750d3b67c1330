import { formatNumber, plural } from '@/domain/commun/format'
import type { Comptes } from '@/domain/places/tableau'
import { type Departement, libellesDepartement } from '@/domain/territoire/territoire'
import { Card } from '@/ui/card'

type TotauxProps = { totaux: readonly { departement: Departement; comptes: Comptes }[] }

const parts = [
  { key: 'libres', label: 'libres', className: 'bg-success-solid' },
  { key: 'aPreparer', label: 'à préparer', className: 'bg-warning-solid' },
  { key: 'reservees', label: 'réservées', className: 'bg-accent' },
  { key: 'occupees', label: 'occupées', className: 'bg-edge' },
  { key: 'fermees', label: 'fermées', className: 'bg-line' },
] as const

/** Both departments side by side: how many places are free tonight, and where the others are. */
export function TotauxDepartements({ totaux }: TotauxProps) {
  return (
    <div className="mb-6 grid gap-4 sm:grid-cols-2">
      {totaux.map(({ departement, comptes }) => (
        <Card key={departement} title={`${libellesDepartement[departement]} (${departement})`}>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span data-libres={departement} className="text-numeral font-bold tracking-tight tabular-nums">
              {formatNumber(comptes.libres)}
            </span>
            <span className="text-lg">
              {comptes.libres < 2 ? 'place libre' : 'places libres'} sur {formatNumber(comptes.places)}
            </span>
          </p>
          <Bar comptes={comptes} />
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
            {parts.slice(1).map(({ key, label, className }) => (
              <li key={key} className="inline-flex items-center gap-1.5">
                <span aria-hidden className={`size-2.5 rounded-full ${className}`} />
                {plural(comptes[key], label.replace(/s$/, ''), label)}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}

function Bar({ comptes }: { comptes: Comptes }) {
  return (
    <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
      {parts
        .filter(({ key }) => comptes[key] > 0)
        .map(({ key, className }) => (
          <div key={key} className={className} style={{ flexGrow: comptes[key] }} />
        ))}
    </div>
  )
}
