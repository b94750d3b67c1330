import type { LigneTableau, TableauLu } from '@/domain/rapports/tableaux'
import { type Column, DataTable } from '@/ui/data-table'
import { Figure } from './figure'

const indents = ['', 'pl-4', 'pl-8 font-normal text-soft'] as const

/** A laid-out table of figures: totals in bold, detail set in. */
export function ReportTable({ tableau, isTitled }: { tableau: TableauLu; isTitled: boolean }) {
  const columns: readonly [Column<LigneTableau>, ...Column<LigneTableau>[]] = [
    {
      key: 'ligne',
      header: tableau.premier,
      renderCell: ({ libelle, retrait, isTotal }) => (
        <span className={`block min-w-32 ${indents[retrait]} ${isTotal ? 'font-bold' : 'font-medium'}`}>
          {libelle}
        </span>
      ),
    },
    ...tableau.entetes.map(({ cle, libelle }, rang) => ({
      key: cle,
      header: <span className="inline-block max-w-32 whitespace-normal">{libelle}</span>,
      isNumeric: true,
      renderCell: ({ cases, isTotal }: LigneTableau) => {
        const shown = cases[rang]
        return <span className={isTotal ? 'font-bold' : undefined}>{shown && <Figure {...shown} />}</span>
      },
    })),
  ]
  return (
    <div className="min-w-0 print:[&_td]:px-1.5 print:[&_td]:py-0.5 print:[&_th]:px-1.5 print:[&_th]:py-0.5">
      <DataTable
        caption={tableau.titre}
        isCaptionHidden={!isTitled}
        columns={columns}
        rows={tableau.lignes}
        keyOf={({ cle }) => cle}
      />
    </div>
  )
}
