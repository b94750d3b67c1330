import Form from 'next/form'
import type { CivilDate } from '@/domain/commun/civil-date'
import { catalogue } from '@/domain/rapports/catalogue'
import type { Comparaison, Demande } from '@/domain/rapports/demande'
import { dimensions, libellesDimension, themes } from '@/domain/rapports/indicateur'
import { libellesDepartement } from '@/domain/territoire/territoire'
import { buttonClasses } from '@/ui/button-classes'
import { FilterSelect } from '@/ui/filters/filter-select'
import { IndicatorChoice } from './indicator-choice'
import { PeriodFields } from './period-fields'

type ReportFormProps = { today: CivilDate; demande: Demande; hasDefinitions: boolean }

const departements = Object.entries(libellesDepartement).map(([value, label]) => ({
  value,
  label: `${label} (${value})`,
}))
const coupes = dimensions
  .filter((value) => value !== 'departement')
  .map((value) => ({ value, label: libellesDimension[value] }))

const libellesComparaison: Record<Comparaison, string> = {
  precedente: 'La période d’avant',
  departements: '75 et 93, par département',
}
const autres = Object.entries(libellesComparaison).map(([value, label]) => ({ value, label }))

/** The catalogue and what to do of it, as a plain GET form: the address says the whole report, and can be shared. */
export function ReportForm({ today, demande, hasDefinitions }: ReportFormProps) {
  const chosen = new Set(demande.indicateurs.map(({ id }) => id))
  return (
    <Form action="/rapports" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start gap-3">
        <PeriodFields today={today} periode={demande.periode} />
        <FilterSelect
          name="par"
          label="Couper par"
          options={coupes}
          value={demande.par}
          allLabel="Département"
        />
        <FilterSelect
          name="departement"
          label="Département"
          options={departements}
          value={demande.departement ?? ''}
          allLabel="Les deux"
        />
        <FilterSelect
          name="comparer"
          label="Comparer"
          options={autres}
          value={demande.comparer ?? ''}
          allLabel="À rien"
        />
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-sm font-semibold">Chiffres</legend>
        <div className="grid gap-x-8 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
          {themes.map((theme) => (
            <div key={theme} className="flex min-w-0 flex-col">
              <h3 className="border-b border-line px-2 pb-1 text-sm font-semibold text-soft">{theme}</h3>
              {catalogue
                .filter((indicateur) => indicateur.theme === theme)
                .map((indicateur) => (
                  <IndicatorChoice
                    key={indicateur.id}
                    indicateur={indicateur}
                    isChecked={chosen.has(indicateur.id)}
                    hasDefinition={hasDefinitions}
                  />
                ))}
            </div>
          ))}
        </div>
      </fieldset>
      <div className="sticky bottom-0 -mx-4 -mb-4 border-t border-line bg-surface px-4 py-3 sm:-mx-5 sm:-mb-5 sm:px-5">
        <button type="submit" className={buttonClasses('primary')}>
          Voir le rapport
        </button>
      </div>
    </Form>
  )
}
