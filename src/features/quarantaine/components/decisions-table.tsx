import { formatShortDateTime } from '@/domain/commun/format'
import { libellesIssueQuarantaine, libellesMotifEcart } from '@/domain/quarantaine/decision'
import { type Column, DataTable } from '@/ui/data-table'
import { TextLink } from '@/ui/text-link'
import type { DecisionListee } from '../queries'
import { nameKind } from './cas-table'

const columns: readonly [Column<DecisionListee>, ...Column<DecisionListee>[]] = [
  {
    key: 'fait',
    header: 'Fait',
    renderCell: ({ nature, id, kind }: { nature: string; id: string; kind: string }) => (
      <TextLink href={`/maraudes/quarantaine/${nature}/${id}`}>{nameKind(kind)}</TextLink>
    ),
  },
  {
    key: 'issue',
    header: 'Décision',
    renderCell: ({ issue, motif }) =>
      [libellesIssueQuarantaine[issue], ...(motif === null ? [] : [libellesMotifEcart[motif]])].join(' : '),
  },
  { key: 'par', header: 'Par', renderCell: ({ par }) => par },
  {
    key: 'le',
    header: 'Le',
    renderCell: ({ le }) => (
      <time dateTime={le.toISOString()} className="whitespace-nowrap">
        {formatShortDateTime(le)}
      </time>
    ),
  },
]

/** What was decided, the latest first: each still opens what had been received. */
export function DecisionsTable({ decisions }: { decisions: readonly DecisionListee[] }) {
  return (
    <DataTable
      caption="Déjà décidés"
      columns={columns}
      rows={decisions}
      keyOf={({ nature, id }) => `${nature} ${id}`}
    />
  )
}
