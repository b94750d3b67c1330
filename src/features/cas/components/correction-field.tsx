import type { Champ } from '@/domain/quarantaine/forme'
import { Select } from '@/ui/fields/select'
import { TextAreaField } from '@/ui/fields/text-area-field'
import { TextField } from '@/ui/fields/text-field'

type CorrectionFieldProps = { champ: Champ; path: string; value: string; error: string | undefined }

const yesNo = { oui: 'Oui', non: 'Non' }

/** One field of a correction, by the nature of what it holds. A value out of its list starts empty: one chooses again. */
export function CorrectionField({ champ, path, value, error }: CorrectionFieldProps) {
  const common = { name: path, label: champ.libelle, error }
  const choices = champ.nature === 'OUI_NON' ? yesNo : champ.nature === 'CHOIX' ? champ.choix : undefined
  if (choices !== undefined) {
    const options = Object.entries(choices).map(([key, label]) => ({ value: key, label }))
    const known = options.some((option) => option.value === value)
    return (
      <Select {...common} options={options} placeholder="—" {...(known ? { defaultValue: value } : {})} />
    )
  }
  if (champ.nature === 'LONG') return <TextAreaField {...common} defaultValue={value} autoComplete="off" />
  return (
    <TextField
      {...common}
      defaultValue={value}
      autoComplete="off"
      {...(champ.nature === 'NOMBRE' ? { inputMode: 'numeric' as const } : {})}
      {...(hints[champ.nature] === undefined ? {} : { description: hints[champ.nature] })}
    />
  )
}

const hints: Partial<Record<Champ['nature'], string>> = {
  INSTANT: 'jj/mm/aaaa hh:mm, heure de Paris',
  DATE: 'aaaa-mm-jj',
  MOTS: 'séparés par des virgules',
}
