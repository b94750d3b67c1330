import type { Section } from '@/domain/rapports/section'
import { layTables, type TableauLu } from '@/domain/rapports/tableaux'
import { ReportTable } from './report-table'

/** Every table of a report. Those of the two departments stand side by side when they are narrow enough to. */
export function ReportTables({ sections }: { sections: readonly Section[] }) {
  const tableaux = layTables(sections)
  const groupes = [...new Set(tableaux.map(({ groupe }) => groupe))]
  return groupes.map((groupe) => {
    const siens = tableaux.filter((tableau) => tableau.groupe === groupe)
    return (
      <div
        key={groupe}
        className={`grid items-start gap-4 ${canFace(siens) ? 'xl:grid-cols-2 print:grid-cols-2' : ''}`}
      >
        {siens.map((tableau) => (
          <ReportTable key={tableau.titre} tableau={tableau} />
        ))}
      </div>
    )
  })
}

function canFace(tableaux: readonly TableauLu[]): boolean {
  return tableaux.length > 1 && tableaux.every(({ entetes }) => entetes.length <= 3)
}
