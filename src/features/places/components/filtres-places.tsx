import { libellesRecherche, type FiltresTableau, rechercheSchema } from '@/domain/places/tableau'
import { libellesDispositif } from '@/domain/structures/libelles'
import { kindDispositifSchema } from '@/domain/structures/listes'
import { departementSchema, libellesDepartement } from '@/domain/territoire/territoire'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterSelect } from '@/ui/filters/filter-select'

/** Filters of the board, in the address. */
export function FiltresPlaces({ filtres: { departement, type, pour } }: { filtres: FiltresTableau }) {
  return (
    <FilterBar
      action="/places"
      label="Filtrer les places"
      isFiltered={departement !== undefined || type !== undefined || pour !== undefined}
    >
      <FilterSelect
        name="departement"
        label="Département"
        value={departement}
        allLabel="75 et 93"
        options={departements}
      />
      <FilterSelect name="type" label="Type" value={type} allLabel="Tous" options={types} />
      <FilterSelect name="pour" label="Places" value={pour} allLabel="Toutes" options={recherches} />
    </FilterBar>
  )
}

const departements = departementSchema.options.map((value) => ({ value, label: libellesDepartement[value] }))
const sleeping = kindDispositifSchema.exclude(['AMBULATOIRE', 'AUTOMATE', 'MOBILE'])
const types = sleeping.options.map((value) => ({ value, label: libellesDispositif[value] }))
const recherches = rechercheSchema.options.map((value) => ({ value, label: libellesRecherche[value] }))
