import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatShortDateTime } from '@/domain/commun/format'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'
import type { LigneSuivie } from '../queries'

type ListeSuiviesProps = { lignes: readonly LigneSuivie[]; empty: ReactNode }

/** The organisation's persons: a code, where she is, what is next. Nothing else. */
export function ListeSuivies({ lignes, empty }: ListeSuiviesProps) {
  return (
    <DataTable
      caption="Personnes suivies"
      isCaptionHidden
      columns={columns}
      rows={lignes}
      keyOf={({ id }) => id}
      empty={empty}
    />
  )
}

const columns: [Column<LigneSuivie>, ...Column<LigneSuivie>[]] = [
  {
    key: 'code',
    header: 'Code',
    renderCell: ({ code }) => (
      <Link href={`/parcours/${code}`} className="font-semibold whitespace-nowrap tabular-nums">
        {code}
      </Link>
    ),
  },
  {
    key: 'lieu',
    header: 'Où elle est',
    renderCell: ({ lieu }) => lieu ?? <span className="text-soft">Pas de séjour en cours</span>,
  },
  {
    key: 'rendez-vous',
    header: 'Prochain rendez-vous',
    renderCell: ({ prochainRendezVous }) =>
      prochainRendezVous === null ? (
        <span className="text-soft">Aucun</span>
      ) : (
        formatShortDateTime(prochainRendezVous)
      ),
  },
  {
    key: 'suite',
    header: 'À faire',
    renderCell: ({ aRelancer, planOuvert }) => (
      <span className="flex flex-wrap gap-1.5">
        {aRelancer && <StatusBadge tone="warning">Reprendre contact</StatusBadge>}
        {planOuvert && <StatusBadge tone="info">Sortie en préparation</StatusBadge>}
      </span>
    ),
  },
]
