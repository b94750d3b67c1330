'use client'

import { communes } from '@/domain/territoire/communes'
import { ComboBox } from '@/ui/fields/combo-box'

const options = communes.map(({ code, nom, departement }) => ({
  value: code,
  label: `${nom} (${departement})`,
}))

type CommuneFieldProps = {
  label: string
  value: string | null
  onChange: (code: string | null) => void
  error?: string | undefined
  isRequired?: boolean
}

/** One of the 59 communes and arrondissements, found by typing. */
export function CommuneField(props: CommuneFieldProps) {
  return (
    <ComboBox
      {...props}
      options={options}
      placeholder="Saint-Denis, Paris 18e…"
      emptyText="Aucune commune de ce nom"
    />
  )
}
