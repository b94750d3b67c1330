'use client'

import { toParis } from '@/domain/commun/civil-date'
import { libellesEcheance } from '@/domain/orientations/statuts'
import { deviceNow } from '@/offline/device-clock'
import { DateField } from '@/ui/fields/date-field'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import type { RequestPartProps } from './request-person'

const echeances = [
  { value: 'CE_SOIR', label: libellesEcheance.CE_SOIR },
  { value: 'A_DATE', label: libellesEcheance.A_DATE },
] as const

/** Tonight or later. */
export function RequestWhen({ draft, change }: RequestPartProps) {
  return (
    <>
      <SegmentedControl
        label="Pour quand"
        options={echeances}
        value={draft.echeance}
        onChange={(echeance) => change({ echeance })}
      />
      {draft.echeance === 'A_DATE' && (
        <DateField
          label="Date"
          isRequired
          value={draft.pourLe}
          min={toParis(deviceNow()).date}
          onChange={(pourLe) => change({ pourLe })}
        />
      )}
    </>
  )
}
