import { PhoneCall } from 'lucide-react'
import Link from 'next/link'
import { plural } from '@/domain/commun/format'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { AgeOf } from '@/ui/age-of'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'
import type { AppelTableau } from '../queries'

/** A word on the phone is doubtful after three hours. */
const STALE_AFTER_SECONDS = 3 * 3600

/** Devices that keep no places here: what a call said, and when. Never added to the figures above. */
export function AppelsPlaces({ appels }: { appels: readonly AppelTableau[] }) {
  if (appels.length === 0) return null
  return (
    <section className="mt-8 flex flex-col gap-3">
      <h2 className="text-lg font-bold">Sans tableau partagé</h2>
      <p className="max-w-prose text-soft">
        Ces lieux ne tiennent pas leurs places ici. Ce qui a été dit au téléphone vieillit, et n’entre dans
        aucun total.
      </p>
      <DataTable
        caption="Dispositifs sans tableau partagé"
        isCaptionHidden
        isStacked
        columns={columns}
        rows={appels}
        keyOf={({ id }) => id}
      />
    </section>
  )
}

const columns: [Column<AppelTableau>, ...Column<AppelTableau>[]] = [
  {
    key: 'dispositif',
    header: 'Dispositif',
    renderCell: ({ structure, structureSlug, nom }) => (
      <Link href={{ pathname: `/structures/${structureSlug}` }}>{nameDispositif(structure, nom)}</Link>
    ),
  },
  { key: 'dit', header: 'Dit au téléphone', renderCell: (appel) => <Said appel={appel} /> },
  {
    key: 'capacite',
    header: 'Capacité annoncée',
    isNumeric: true,
    renderCell: ({ capacite }) => capacite ?? <span className="text-soft">inconnue</span>,
  },
]

function Said({ appel: { libres, le, source } }: { appel: AppelTableau }) {
  if (libres === null || le === null) return <span className="text-soft">Aucun appel noté</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusBadge tone="neutral" icon={PhoneCall}>
        {plural(libres, 'libre', 'libres')}
      </StatusBadge>
      <AgeOf
        prefix={source === null ? 'dit' : `dit par ${source}`}
        since={le.toISOString()}
        staleAfter={STALE_AFTER_SECONDS}
      />
    </span>
  )
}
