import { plural } from '@/domain/commun/format'
import { Banner } from '@/ui/banner'

type ReportNoticesProps = {
  /** rounds of the period not closed yet */
  open: number
  isUnfinished: boolean
  /** set beside the period before, which is whole */
  isCompared?: boolean
}

/** What will still change in these figures, when something will. */
export function ReportNotices({ open, isUnfinished, isCompared = false }: ReportNoticesProps) {
  if (!isUnfinished && open === 0) return null
  return (
    <div className="flex flex-col gap-3">
      {isUnfinished && (
        <Banner
          tone="info"
          title="Période en cours"
          nextStep={
            isCompared
              ? 'Les nuits à venir manquent, et la période d’avant est entière : une baisse n’en est pas encore une.'
              : 'Les nuits à venir manquent : ces chiffres vont changer.'
          }
        />
      )}
      {open > 0 && (
        <Banner
          tone="warning"
          title={plural(open, 'maraude n’est pas close', 'maraudes ne sont pas closes')}
          nextStep="Leurs heures manquent ici ; leurs rencontres, leur matériel et leurs besoins y sont."
        />
      )}
    </div>
  )
}
