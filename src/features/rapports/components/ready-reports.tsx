import type { CivilDate } from '@/domain/commun/civil-date'
import { periodeQuestion, rapportsPrets, usualPeriode } from '@/domain/rapports/prets'
import { TextLink } from '@/ui/text-link'

/** Reports that are asked for every quarter or year, one press away, with who reads them. */
export function ReadyReports({ today }: { today: CivilDate }) {
  return (
    <ul className="grid gap-x-8 gap-y-3 md:grid-cols-2 xl:grid-cols-3">
      {rapportsPrets.map((pret) => {
        const periode = usualPeriode(pret, today)
        return (
          <li key={pret.id} className="flex min-w-0 flex-col border-l-3 border-line pl-3">
            <TextLink href={`/rapports/prets/${pret.id}?${periodeQuestion(periode).toString()}`}>
              {pret.nom}
            </TextLink>
            <span className="text-sm">{periode.libelle}</span>
            <span className="text-sm text-soft">{pret.pour}</span>
          </li>
        )
      })}
    </ul>
  )
}
