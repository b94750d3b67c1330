import { libellesSuite, suiteSchema } from '@/domain/orientations/motifs'
import { Select } from '@/ui/fields/select'

const suites = suiteSchema.options.map((value) => ({ value, label: libellesSuite[value] }))

/** What whoever refuses proposes instead. `errors`: the action's words for the field `suite`. */
export function SuiteField({ errors }: { errors: readonly string[] | undefined }) {
  return (
    <Select
      name="suite"
      label="Suite proposée"
      description="Un refus ne laisse jamais la personne sans rien."
      options={suites}
      isRequired
      error={errors?.[0]}
    />
  )
}
