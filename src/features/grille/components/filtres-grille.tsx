import { libellesStatutPlace, statutPlaceSchema, type StatutPlace } from '@/domain/places/disponibilite'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterSelect } from '@/ui/filters/filter-select'

type FiltresGrilleProps = {
  action: `/places/${string}`
  etat: StatutPlace | undefined
  groupe: string | undefined
  /** rooms or hotels, in order; the choice is offered from two on */
  groupes: readonly string[]
  du: string
}

/** Which rows the grid shows. */
export function FiltresGrille({ action, etat, groupe, groupes, du }: FiltresGrilleProps) {
  return (
    <FilterBar
      action={action}
      label="Filtrer la grille"
      isFiltered={etat !== undefined || groupe !== undefined}
    >
      <input type="hidden" name="du" value={du} />
      <FilterSelect name="etat" label="État ce soir" value={etat} allLabel="Tous" options={etats} />
      {groupes.length > 1 && (
        <FilterSelect
          name="groupe"
          label="Chambre ou hôtel"
          value={groupe}
          allLabel="Tous"
          options={groupes.map((value) => ({ value, label: value }))}
        />
      )}
    </FilterBar>
  )
}

const etats = statutPlaceSchema.options.map((value) => ({ value, label: libellesStatutPlace[value] }))
