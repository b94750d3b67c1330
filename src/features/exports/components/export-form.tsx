'use client'

import type { CivilDate } from '@/domain/commun/civil-date'
import {
  formatExportSchema,
  libellesFormat,
  libellesPerimetre,
  type PerimetreExport,
} from '@/domain/exports/perimetres'
import { ActionForm } from '@/ui/action-form'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { ask } from '../actions'

type ExportFormProps = {
  perimetres: readonly PerimetreExport[]
  nuits: { du: CivilDate; au: CivilDate }
}

const formats = formatExportSchema.options.map((value) => ({ value, label: libellesFormat[value] }))

/** Which rows, over which nights, as what. */
export function ExportForm({ perimetres, nuits }: ExportFormProps) {
  return (
    <ActionForm action={ask} submitLabel="Demander le fichier">
      {({ champs }) => (
        <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
          <Select
            name="perimetre"
            label="Lignes"
            options={perimetres.map((value) => ({ value, label: libellesPerimetre[value] }))}
            {...(perimetres[0] === undefined ? {} : { defaultValue: perimetres[0] })}
            error={champs['perimetre']?.[0]}
          />
          <Select
            name="format"
            label="Format"
            options={formats}
            defaultValue="CSV"
            error={champs['format']?.[0]}
          />
          <DateField name="du" label="Première nuit" defaultValue={nuits.du} error={champs['du']?.[0]} />
          <DateField name="au" label="Dernière nuit" defaultValue={nuits.au} error={champs['au']?.[0]} />
        </div>
      )}
    </ActionForm>
  )
}
