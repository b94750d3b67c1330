import { formatNumber } from '@/domain/commun/format'
import { libellesDepartement } from '@/domain/territoire/territoire'
import { type Column, DataTable } from '@/ui/data-table'
import type { DemandesDuSoir } from '../queries'

type DemandesDuSoirProps = { demandes: readonly DemandesDuSoir[] }

/** What was asked since noon in each department, side by side: counts, never people. */
export function DemandesDuSoirTable({ demandes }: DemandesDuSoirProps) {
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        caption="Demandes de place depuis midi"
        columns={columns}
        rows={demandes}
        keyOf={({ departement }) => departement}
      />
      <p className="text-sm text-soft">
        « — » : trop peu de demandes pour être écrit sans désigner quelqu’un.
      </p>
    </div>
  )
}

const columns: [Column<DemandesDuSoir>, ...Column<DemandesDuSoir>[]] = [
  {
    key: 'departement',
    header: 'Département',
    renderCell: ({ departement }) => `${libellesDepartement[departement]} (${departement})`,
  },
  {
    key: 'sans-reponse',
    header: 'Sans réponse',
    isNumeric: true,
    renderCell: ({ sansReponse }) => words(sansReponse),
  },
  { key: 'acceptees', header: 'Acceptées', isNumeric: true, renderCell: ({ acceptees }) => words(acceptees) },
  { key: 'refusees', header: 'Refusées', isNumeric: true, renderCell: ({ refusees }) => words(refusees) },
]

function words(count: number | null) {
  return count === null ? <span title="Petit nombre, non écrit">—</span> : formatNumber(count)
}
