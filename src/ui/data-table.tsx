import { useId, type ReactNode } from 'react'

export type Column<Row> = {
  readonly key: string
  readonly header: ReactNode
  readonly renderCell: (row: Row) => ReactNode
  /** Figures: aligned right, digits under digits. */
  readonly isNumeric?: boolean
  readonly sort?: 'ascending' | 'descending'
  /** Kept out of print: buttons, menus. */
  readonly isScreenOnly?: boolean
}

type DataTableProps<Row> = {
  /** What the table lists; always there for screen readers, and shown unless `isCaptionHidden`. */
  caption: string
  isCaptionHidden?: boolean
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Instead of the rows when there are none: an EmptyState. */
  empty?: ReactNode
  /** A last row of totals: one node per column. */
  totals?: readonly ReactNode[]
  /** Without the room for its columns, each row becomes a card, every figure under its heading. */
  isStacked?: boolean
}

/** A table one reads: first column names the row, head stays in sight, scrolls with the keyboard when it does not fit. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden = false, columns, rows, keyOf, empty, totals, isStacked = false } = props
  const id = useId()
  if (rows.length === 0 && empty !== undefined) return empty
  const table = (
    <section
      aria-labelledby={id}
      tabIndex={0}
      className="relative max-h-[80dvh] min-w-0 overflow-auto rounded-card border border-line bg-surface shadow-card print:max-h-none print:overflow-visible print:border-0 cards:max-h-none"
    >
      <table className="w-full border-separate border-spacing-0 text-left text-[0.9375rem] cards:block">
        <caption
          id={id}
          className={
            isCaptionHidden
              ? 'sr-only'
              : 'px-4 pt-3 pb-2 text-left text-lg font-bold cards:block cards:border-b cards:border-line'
          }
        >
          {caption}
        </caption>
        <thead className="cards:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={column.sort} className={headClasses(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="cards:block">
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className="hover:bg-accent-soft/40 cards:flex cards:flex-wrap cards:gap-x-4 cards:gap-y-3 cards:border-line cards:px-4 cards:py-3 cards:not-first:border-t"
            >
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} isFirst={index === 0}>
                  {column.renderCell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {totals !== undefined && (
          <tfoot>
            <tr className="font-bold">
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} isFirst={index === 0}>
                  {totals[index]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
  return isStacked ? <div className="@container/rows">{table}</div> : table
}

type CellProps = {
  column: Pick<Column<never>, 'header' | 'isNumeric' | 'isScreenOnly'>
  isFirst: boolean
  children: ReactNode
}

function Cell({ column, isFirst, children }: CellProps) {
  const classes = `border-t border-line px-4 py-2 align-middle ${inCard} ${alignment(column)}`
  if (isFirst) {
    return (
      <th scope="row" className={`${classes} font-semibold cards:w-full`}>
        {children}
      </th>
    )
  }
  const { header } = column
  return (
    <td
      data-heading={typeof header === 'string' ? header : undefined}
      className={`${classes} ${widthInCard(column)}`}
    >
      {children}
    </td>
  )
}

const inCard = 'cards:block cards:border-0 cards:p-0'
const headingInCard =
  'cards:before:block cards:before:text-sm cards:before:text-soft cards:before:content-[attr(data-heading)]'

/** The same from one card to the next, so that figures stay under figures. */
function widthInCard({
  isNumeric = false,
  isScreenOnly = false,
}: Omit<CellProps['column'], 'header'>): string {
  if (isScreenOnly) return 'cards:ml-auto cards:self-center'
  return `${headingInCard} ${isNumeric ? 'cards:w-22' : 'cards:min-w-36 sm:cards:min-w-44'}`
}

function headClasses(column: Pick<Column<never>, 'isNumeric' | 'isScreenOnly'>): string {
  return `sticky top-0 z-10 bg-sunken px-4 py-2 text-sm font-semibold whitespace-nowrap text-soft ${alignment(column)}`
}

function alignment({
  isNumeric = false,
  isScreenOnly = false,
}: Pick<Column<never>, 'isNumeric' | 'isScreenOnly'>): string {
  return `${isNumeric ? 'text-right whitespace-nowrap cards:text-left cards:whitespace-normal' : ''} ${isScreenOnly ? 'print:hidden' : ''}`
}
