import {
  type FiltresRegistre as Filtres,
  libellesPeriodeRegistre,
  periodesRegistre,
} from '@/domain/besoins/sans-reponse'
import {
  causeSansReponseSchema,
  kindBesoinSchema,
  libellesBesoin,
  libellesCause,
} from '@/domain/maraudes/listes'
import { departementSchema, libellesDepartement } from '@/domain/territoire/territoire'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterSelect } from '@/ui/filters/filter-select'

/** Filters of the register, in the address. */
export function FiltresRegistre({ filtres: { jours, departement, cause, kind } }: { filtres: Filtres }) {
  return (
    <FilterBar
      action="/places/besoins"
      label="Filtrer le registre"
      isFiltered={jours !== '30' || departement !== undefined || cause !== undefined || kind !== undefined}
    >
      <FilterSelect
        name="jours"
        label="Depuis"
        value={jours === '30' ? '' : jours}
        allLabel={libellesPeriodeRegistre['30']}
        options={periodes}
      />
      <FilterSelect
        name="departement"
        label="Où"
        value={departement}
        allLabel="75 et 93"
        options={departements}
      />
      <FilterSelect name="cause" label="Cause" value={cause} allLabel="Toutes" options={causes} />
      <FilterSelect name="kind" label="Besoin" value={kind} allLabel="Tous" options={kinds} />
    </FilterBar>
  )
}

const periodes = periodesRegistre
  .filter((jours) => jours !== '30')
  .map((value) => ({ value, label: libellesPeriodeRegistre[value] }))
const departements = departementSchema.options.map((value) => ({ value, label: libellesDepartement[value] }))
const causes = causeSansReponseSchema.options.map((value) => ({ value, label: libellesCause[value] }))
const kinds = kindBesoinSchema.options.map((value) => ({ value, label: libellesBesoin[value] }))
