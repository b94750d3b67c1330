import { libellesGenre, genreSchema } from '@/domain/commun/profil'
import type { RechercheBesoin } from '@/domain/places/recherche'
import { libellesDispositif } from '@/domain/structures/libelles'
import { kindDispositifSchema } from '@/domain/structures/listes'
import { departementSchema, libellesDepartement } from '@/domain/territoire/territoire'
import { DateField } from '@/ui/fields/date-field'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterCheckbox } from '@/ui/filters/filter-checkbox'
import { FilterSelect } from '@/ui/filters/filter-select'

type BesoinFormProps = {
  besoin: RechercheBesoin
  /** The first day one may ask for, `AAAA-MM-JJ`. */
  aujourdhui: string
}

/** What somebody needs, never who: the address carries it whole, to be sent to a colleague. */
export function BesoinForm({ besoin, aujourdhui }: BesoinFormProps) {
  const {
    personnes,
    couple,
    animaux,
    mobilite,
    femmesSeulement,
    genre,
    pourLe,
    departement,
    type,
    chercher,
  } = besoin
  return (
    <FilterBar
      action="/places/recherche"
      label="Décrire le besoin"
      submitLabel="Chercher"
      resetLabel="Recommencer"
      isFiltered={chercher}
    >
      <input type="hidden" name="chercher" value="oui" />
      <FilterSelect
        name="personnes"
        label="Pour"
        value={personnes === 1 ? '' : String(personnes)}
        allLabel="Une personne"
        options={[{ value: '2', label: 'Deux personnes' }]}
      />
      <FilterSelect
        name="genre"
        label="Genre"
        value={genre === 'NON_RENSEIGNE' ? '' : genre}
        allLabel={libellesGenre.NON_RENSEIGNE}
        options={genres}
      />
      <div className="min-w-40">
        <DateField
          key={pourLe}
          name="pourLe"
          label="À partir du (vide : ce soir)"
          min={aujourdhui}
          {...(pourLe !== null && { defaultValue: pourLe })}
        />
      </div>
      <FilterSelect
        name="departement"
        label="Où"
        value={departement}
        allLabel="75 et 93"
        options={departements}
      />
      <FilterSelect name="type" label="Type" value={type} allLabel="Tous" options={types} />
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="sr-only">Besoins</legend>
        <FilterCheckbox name="couple" label="Un couple" isChecked={couple} />
        <FilterCheckbox name="animaux" label="Un animal" isChecked={animaux} />
        <FilterCheckbox name="mobilite" label="De plain-pied" isChecked={mobilite} />
        <FilterCheckbox
          name="femmesSeulement"
          label="Lieu pour femmes seulement"
          isChecked={femmesSeulement}
        />
      </fieldset>
    </FilterBar>
  )
}

const genres = genreSchema
  .exclude(['NON_RENSEIGNE'])
  .options.map((value) => ({ value, label: libellesGenre[value] }))
const departements = departementSchema.options.map((value) => ({ value, label: libellesDepartement[value] }))
const withPlaces = kindDispositifSchema.exclude(['AMBULATOIRE', 'AUTOMATE', 'MOBILE', 'CONSOMMATION'])
const types = withPlaces.options.map((value) => ({ value, label: libellesDispositif[value] }))
