import type { CivilDate } from '@/domain/commun/civil-date'
import { bindPunctuation } from '@/domain/commun/typographie'
import { type RapportPret, usualPeriode } from '@/domain/rapports/prets'
import { Banner } from '@/ui/banner'
import { PageHeader } from '@/ui/page-header'
import { PeriodForm } from './period-form'

type PretFautesProps = { pret: RapportPret; fautes: readonly string[]; today: CivilDate }

/** The address names a period that cannot be counted: what is wrong, and another to choose. */
export function PretFautes({ pret, fautes, today }: PretFautesProps) {
  return (
    <>
      <PageHeader title={pret.nom} lead={pret.pour} back={{ href: '/rapports', label: 'Rapports' }} />
      <div className="flex flex-col gap-6">
        <Banner
          tone="danger"
          title="Cette période ne se compte pas"
          kept={fautes.map((faute) => bindPunctuation(faute)).join(' ')}
          nextStep="Rien n’a été compté. Choisissez une autre période."
        />
        <PeriodForm pret={pret} periode={usualPeriode(pret, today)} today={today} />
      </div>
    </>
  )
}
