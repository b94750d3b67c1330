'use client'

import { formatNumber, plural } from '@/domain/commun/format'
import type { Totaux } from '@/domain/maraudes/totaux'

/** The figures of a round, four at a glance. */
export function RoundFigures({ total }: { total: Totaux }) {
  const figures = [
    {
      label: total.personnes < 2 ? 'personne' : 'personnes',
      value: total.personnes,
      note: `dont ${plural(total.nouvelles, 'nouvelle', 'nouvelles')}`,
    },
    { label: 'donnés', value: total.donnes, note: 'articles et kits' },
    { label: 'récupérés', value: total.recuperes, note: 'articles' },
    {
      label: total.besoins < 2 ? 'besoin' : 'besoins',
      value: total.besoins,
      note: `${total.sansReponse} sans réponse`,
    },
  ]
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="flex flex-col rounded-card border border-line bg-surface px-3 py-2">
          <dt className="order-2 text-sm font-medium text-soft">
            {label}
            <span className="block text-xs">{note}</span>
          </dt>
          <dd className="text-numeral font-bold tabular-nums">{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
