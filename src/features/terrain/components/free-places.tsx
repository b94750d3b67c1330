'use client'

import type { DispositifDuPaquet } from '@/domain/sync/paquet'
import { AgeOf } from '@/ui/age-of'

/** Places free at the last contact, device by device, with the age of each figure: a hint, never a promise. */
export function FreePlaces({ dispositifs }: { dispositifs: readonly DispositifDuPaquet[] }) {
  const known = dispositifs.filter(({ libres }) => libres !== null)
  if (known.length === 0) return null
  return (
    <section aria-labelledby="places" className="flex flex-col gap-2">
      <h2 id="places" className="text-lg font-bold">
        Places libres au dernier contact
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {known.map(({ id, nom, structure, departement, libres, libresLe }) => (
          <li key={id} className="flex min-h-14 items-center gap-3 px-4 py-2 text-base">
            <span className="min-w-0 flex-1">
              <span className="font-semibold">{nom}</span>
              <span className="block text-sm text-soft">
                {structure} ({departement}) ·{' '}
                {libresLe !== null && <AgeOf since={libresLe} prefix="changé" />}
              </span>
            </span>
            <span className="text-2xl font-bold tabular-nums">{libres}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
