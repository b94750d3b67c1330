import type { ReactNode } from 'react'
import { communes } from '@/domain/territoire/communes'
import { type FiltresStructures } from '@/domain/structures/filtres'
import { kindStructureSchema, langueSchema, publicSchema } from '@/domain/structures/listes'
import { libellesKind, libellesLangue, libellesPublic } from '@/domain/structures/libelles'
import { libellesZone, zoneSchema } from '@/domain/territoire/zones'
import { Banner } from '@/ui/banner'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterCheckbox } from '@/ui/filters/filter-checkbox'
import { FilterSearch } from '@/ui/filters/filter-search'
import { FilterSelect } from '@/ui/filters/filter-select'

type FiltresProps = {
  action: '/structures' | '/carte'
  filtres: FiltresStructures
  ignores: readonly string[]
}

/** What narrows the directory and the map alike; kept in the address. */
export function FiltresStructuresBar({ action, filtres, ignores }: FiltresProps) {
  return (
    <>
      <FilterBar action={action} label="Filtrer les structures" isFiltered={Object.keys(filtres).length > 0}>
        <FilterSearch name="q" label="Rechercher" value={filtres.q} placeholder="Nom, opérateur, commune" />
        <Choix action={action}>
          <FilterSelect
            name="type"
            label="Type"
            allLabel="Tous"
            value={filtres.type}
            options={optionsOf(kindStructureSchema.options, libellesKind)}
          />
        </Choix>
        {action === '/structures' ? (
          <Choix action={action}>
            <FilterSelect
              name="territoire"
              label="Territoire"
              allLabel="Paris et Seine-Saint-Denis"
              value={filtres.territoire}
              options={optionsOf(zoneSchema.options, libellesZone)}
            />
          </Choix>
        ) : (
          // The map has its own row of territories.
          filtres.territoire !== undefined && (
            <input type="hidden" name="territoire" value={filtres.territoire} />
          )
        )}
        <Choix action={action}>
          <FilterSelect
            name="commune"
            label="Commune"
            allLabel="Toutes"
            value={filtres.commune}
            options={communes.map(({ code, nom }) => ({ value: code, label: nom }))}
          />
        </Choix>
        <Choix action={action}>
          <FilterSelect
            name="public"
            label="Public"
            allLabel="Tous"
            value={filtres.public}
            options={optionsOf(publicSchema.options, libellesPublic)}
          />
        </Choix>
        <Choix action={action}>
          <FilterSelect
            name="langue"
            label="Langue"
            allLabel="Toutes"
            value={filtres.langue}
            options={optionsOf(langueSchema.options, libellesLangue)}
          />
        </Choix>
        <FilterCheckbox name="ouvert" label="Ouvert maintenant" isChecked={filtres.ouvert === 'oui'} />
      </FilterBar>
      {ignores.length > 0 && (
        <div className="mb-4">
          <Banner
            tone="warning"
            title={`Filtre ignoré : ${ignores.join(' ; ')}.`}
            kept="Les autres filtres de l’adresse sont appliqués."
          />
        </div>
      )}
    </>
  )
}

/** Two to a row on a phone; one in the narrow column beside the map. */
function Choix({ action, children }: { action: FiltresProps['action']; children: ReactNode }) {
  return <div className={action === '/carte' ? 'w-full' : 'w-[calc(50%-0.375rem)] sm:w-auto'}>{children}</div>
}

function optionsOf<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }))
}
