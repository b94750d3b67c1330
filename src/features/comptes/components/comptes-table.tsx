import { formatShortDateTime } from '@/domain/commun/format'
import { libellesRole } from '@/domain/comptes/roles'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'
import type { CompteRow } from '../queries'
import { RevokeButton } from './revoke-button'

const columns: readonly [Column<CompteRow>, ...Column<CompteRow>[]] = [
  {
    key: 'compte',
    header: 'Compte',
    renderCell: ({ courriel, fonction }) => (
      <>
        {courriel}
        <span className="block text-sm font-normal text-soft">{fonction}</span>
      </>
    ),
  },
  { key: 'organisation', header: 'Organisation', renderCell: ({ organisation }) => organisation ?? '—' },
  {
    key: 'roles',
    header: 'Rôles',
    renderCell: ({ roles }) => roles.map((role) => libellesRole[role]).join(', '),
  },
  {
    key: 'etat',
    header: 'État',
    renderCell: ({ actif, totp }) =>
      actif ? (
        <StatusBadge tone="success">{totp ? 'Actif, avec code' : 'Actif'}</StatusBadge>
      ) : (
        <StatusBadge tone="neutral">Fermé</StatusBadge>
      ),
  },
  {
    key: 'vu',
    header: 'Vu',
    renderCell: ({ vuLe }) =>
      vuLe === null ? 'jamais' : <time dateTime={vuLe.toISOString()}>{formatShortDateTime(vuLe)}</time>,
  },
  { key: 'sessions', header: 'Sessions', isNumeric: true, renderCell: ({ sessions }) => sessions },
  {
    key: 'fermer',
    header: <span className="sr-only">Action</span>,
    isScreenOnly: true,
    renderCell: ({ id, courriel, sessions }) => (
      <RevokeButton compteId={id} courriel={courriel} sessions={sessions} />
    ),
  },
]

/** The accounts one administers, and the way to end their sessions. */
export function ComptesTable({ comptes }: { comptes: readonly CompteRow[] }) {
  return (
    <DataTable
      caption="Comptes"
      isCaptionHidden
      isStacked
      columns={columns}
      rows={comptes}
      keyOf={({ id }) => id}
    />
  )
}
