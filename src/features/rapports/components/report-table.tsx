import type { UrlObject } from 'node:url'
import type { Case, LigneTableau, TableauLu } from '@/domain/rapports/tableaux'
import { type Column, DataTable } from '@/ui/data-table'
import { Figure } from './figure'

const indents = ['', 'pl-4', 'pl-8 font-normal text-soft'] as const

/** The way to the rows behind a cell; undefined when there is none to show. */
export type RowsOf = (cellule: Case) => UrlObject | undefined

type ReportTableProps = { tableau: TableauLu; isTitled: boolean; rowsOf?: RowsOf | undefined }

/** A laid-out table of figures: totals in bold, detail set in. */
export function ReportTable({ tableau, isTitled, rowsOf }: ReportTableProps) {
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
        return (
          <span className={isTotal ? 'font-bold' : undefined}>
            {shown && <Figure {...shown} href={rowsOf?.(shown)} />}
          </span>
        )
      },
    })),
  ]
  return (
    <div className="min-w-0 print:[&_td]:px-1.5 print:[&_td]:py-0.5 print:[&_th]:px-1.5 print:[&_th]:py-0.5">
      <DataTable
        // Alone, it bears the name of its block: two landmarks of one name could not be told apart.
        caption={isTitled ? tableau.titre : `Tableau : ${tableau.titre}`}
        isCaptionHidden={!isTitled}
        columns={columns}
        rows={tableau.lignes}
        keyOf={({ cle }) => cle}
      />
    </div>
  )
}
