import { formatShortDateTime } from '@/domain/commun/format'
import { libelleActionDuJournal } from '@/domain/comptes/actions-du-journal'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { StatusBadge } from '@/ui/status-badge'
import type { JournalRow } from '../queries'

const columns: readonly [Column<JournalRow>, ...Column<JournalRow>[]] = [
  {
    key: 'le',
    header: 'Quand',
    renderCell: ({ le }) => (
      <time dateTime={le.toISOString()} className="whitespace-nowrap">
        {formatShortDateTime(le)}
      </time>
    ),
  },
  { key: 'compte', header: 'Compte', renderCell: ({ courriel }) => courriel ?? 'inconnu' },
  { key: 'organisation', header: 'Organisation', renderCell: ({ organisation }) => organisation ?? '—' },
  { key: 'action', header: 'Action', renderCell: ({ action }) => libelleActionDuJournal(action) },
  {
    key: 'objet',
    header: 'Sur quoi',
    renderCell: ({ objet, objetId }) =>
      objet === null ? (
        '—'
      ) : (
        <span className="block min-w-64 text-sm break-all text-soft">{`${objet} ${objetId ?? ''}`}</span>
      ),
  },
  {
    key: 'issue',
    header: 'Issue',
    renderCell: ({ refus }) =>
      refus === null ? (
        <StatusBadge tone="success">Fait</StatusBadge>
      ) : (
        <StatusBadge tone="warning">{`Refusé : ${refus}`}</StatusBadge>
      ),
  },
]

/** What was done and refused, latest first. */
export function JournalTable({ lignes }: { lignes: readonly JournalRow[] }) {
  return (
    <DataTable
      caption="Journal"
      isCaptionHidden
      columns={columns}
      rows={lignes}
      keyOf={({ id }) => id}
      empty={<EmptyState title="Aucune ligne">Rien de tel n’a été écrit au journal.</EmptyState>}
    />
  )
}
