import { bindPunctuation } from '@/domain/commun/typographie'
import { chartOf } from '@/domain/rapports/graphique'
import type { Indicateur } from '@/domain/rapports/indicateur'
import { isEmpty, type Section } from '@/domain/rapports/section'
import { Card } from '@/ui/card'
import { Definition } from './definition'
import { ReportChart } from './report-chart'

type IndicatorSheetProps = {
  indicateur: Indicateur
  section: Section
  isAlone: boolean
  /** why it is not cut as asked */
  coupe?: string | undefined
}

/** One figure of a report: its bars and its definition, side by side when it has the width to itself. */
export function IndicatorSheet({ indicateur, section, isAlone, coupe }: IndicatorSheetProps) {
  const graphique = chartOf(section)
  return (
    <Card
      {...(isAlone ? {} : { title: indicateur.nom })}
      className="print:break-inside-avoid print:border-0 print:px-0"
    >
      <div className={`grid gap-6 ${graphique && isAlone ? 'xl:grid-cols-2' : ''}`}>
        {graphique && (
          <ReportChart
            titre={indicateur.nom}
            unite={indicateur.unite}
            decimales={indicateur.decimales}
            graphique={graphique}
          />
        )}
        <div className="flex flex-col gap-3">
          {isEmpty(section) && <p className="font-semibold">Rien sur cette période : tout est à zéro.</p>}
          {coupe !== undefined && <p>{bindPunctuation(coupe)}</p>}
          <Definition indicateur={indicateur} />
        </div>
      </div>
    </Card>
  )
}
