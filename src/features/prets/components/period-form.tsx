import Form from 'next/form'
import type { CivilDate } from '@/domain/commun/civil-date'
import type { Periode } from '@/domain/rapports/periode'
import type { RapportPret } from '@/domain/rapports/prets'
import { PeriodFields } from '@/features/rapports/components/period-fields'
import { buttonClasses } from '@/ui/button-classes'

type PeriodFormProps = { pret: RapportPret; periode: Periode; today: CivilDate }

/** The same report for another period, as a plain GET form. */
export function PeriodForm({ pret, periode, today }: PeriodFormProps) {
  return (
    <Form action={`/rapports/prets/${pret.id}`} className="flex flex-wrap items-end gap-3">
      <PeriodFields today={today} periode={periode} />
      <button type="submit" className={buttonClasses('secondary')}>
        Changer de période
      </button>
    </Form>
  )
}
