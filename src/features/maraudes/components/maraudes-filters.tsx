import { type FiltresMaraudes, sansFiltre } from '@/domain/maraudes/filtres'
import { libellesStatutMaraude, statutMaraudeSchema } from '@/domain/maraudes/listes'
import { communes } from '@/domain/territoire/communes'
import { DateField } from '@/ui/fields/date-field'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterSelect } from '@/ui/filters/filter-select'

const secteurs = communes.map(({ code, nom }) => ({ value: code, label: nom }))
const statuts = statutMaraudeSchema.options.map((value) => ({ value, label: libellesStatutMaraude[value] }))

/** Narrows the list by sector, state and nights. */
export function MaraudesFilters({ filtres }: { filtres: FiltresMaraudes }) {
  const { secteur, statut, du, au } = filtres
  const isFiltered = JSON.stringify(filtres) !== JSON.stringify(sansFiltre)
  return (
    <FilterBar action="/maraudes" label="Filtrer les maraudes" isFiltered={isFiltered}>
      <FilterSelect
        name="secteur"
        label="Secteur"
        options={secteurs}
        value={secteur ?? undefined}
        allLabel="Tous"
      />
      <FilterSelect
        name="statut"
        label="État"
        options={statuts}
        value={statut ?? undefined}
        allLabel="Tous"
      />
      <DateField key={`du ${du}`} name="du" label="Nuits du" {...(du === null ? {} : { defaultValue: du })} />
      <DateField key={`au ${au}`} name="au" label="au" {...(au === null ? {} : { defaultValue: au })} />
    </FilterBar>
  )
}
