import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { CivilDate } from '@/domain/commun/civil-date'
import { CHOSEN_DATES, FIRST_NIGHT, proposedPeriodes, type Periode } from '@/domain/rapports/periode'
import { periodesCourantes } from '@/domain/rapports/periodes-courantes'
import { DateField } from '@/ui/fields/date-field'
import { inputClasses } from '@/ui/fields/input-classes'

type PeriodFieldsProps = { today: CivilDate; periode: Periode | null }

/** A period by its name, or two nights; the nights appear only when they are what is chosen. */
export function PeriodFields({ today, periode }: PeriodFieldsProps) {
  const id = useId()
  const proposed = proposedPeriodes(today)
  const others =
    periode &&
    periode.code !== CHOSEN_DATES &&
    [...proposed, ...periodesCourantes].every(({ code }) => code !== periode.code)
  return (
    <div className="group/periode flex flex-wrap items-start gap-3">
      <div className="flex min-w-56 flex-col gap-1">
        <label htmlFor={id} className="text-sm font-semibold">
          Période
        </label>
        <div className="relative">
          <select
            id={id}
            name="periode"
            defaultValue={periode?.code}
            className={`${inputClasses} cursor-pointer appearance-none pr-9`}
          >
            {others && <option value={periode.code}>{periode.libelle}</option>}
            <Group
              label="Jusqu’à hier"
              periodes={periodesCourantes.map(({ code, nom }) => ({ code, libelle: nom }))}
            />
            <Group label="Trimestres" periodes={proposed.filter(({ code }) => code.includes('T'))} />
            <Group label="Mois" periodes={proposed.filter(({ code }) => /-\d/.test(code))} />
            <Group label="Années" periodes={proposed.filter(({ code }) => code.length === 4)} />
            <option value={CHOSEN_DATES}>Nuits choisies…</option>
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft"
          />
        </div>
      </div>
      <div className="hidden flex-wrap gap-3 group-has-[option[value=dates]:checked]/periode:flex">
        <DateField
          label="Première nuit"
          name="du"
          min={FIRST_NIGHT}
          {...(periode ? { defaultValue: periode.du } : {})}
        />
        <DateField
          label="Dernière nuit"
          name="au"
          min={FIRST_NIGHT}
          {...(periode ? { defaultValue: periode.au } : {})}
        />
      </div>
    </div>
  )
}

function Group({
  label,
  periodes,
}: {
  label: string
  periodes: readonly Pick<Periode, 'code' | 'libelle'>[]
}) {
  return (
    <optgroup label={label}>
      {periodes.map(({ code, libelle }) => (
        <option key={code} value={code}>
          {libelle}
        </option>
      ))}
    </optgroup>
  )
}
