import { formatNumber } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'

type Verdict = { numero: number; texte: string; envoyee: boolean; phrase: string }

const columns: readonly [Column<Verdict>, ...Column<Verdict>[]] = [
  {
    key: 'ligne',
    header: 'Ligne',
    renderCell: ({ numero }) => <span className="tabular-nums">{numero}</span>,
  },
  {
    key: 'texte',
    header: 'Écrit',
    renderCell: ({ texte }) => <span className="font-mono text-sm">{texte}</span>,
  },
  {
    key: 'verdict',
    header: 'Demande',
    renderCell: ({ envoyee, phrase }) =>
      envoyee ? (
        <StatusBadge tone="success">{phrase}</StatusBadge>
      ) : (
        <span className="text-danger">{phrase}</span>
      ),
  },
]

/** What became of each line. */
export function InclusionReport({ verdicts }: { verdicts: readonly Verdict[] }) {
  const sent = verdicts.filter(({ envoyee }) => envoyee).length
  const left = verdicts.length - sent
  return (
    <Card
      title={`${formatNumber(sent)} ${sent > 1 ? 'demandes envoyées' : 'demande envoyée'}`}
      note={
        <output>
          {left === 0
            ? 'Toutes les lignes sont parties.'
            : `${formatNumber(left)} ${left > 1 ? 'lignes restent' : 'ligne reste'} dans le formulaire, à corriger.`}
        </output>
      }
    >
      <DataTable
        caption="Verdict de chaque ligne"
        isCaptionHidden
        columns={columns}
        rows={verdicts}
        keyOf={({ numero }) => String(numero)}
        empty={null}
      />
    </Card>
  )
}
