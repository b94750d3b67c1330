'use client'

import { plural } from '@/domain/commun/format'
import type { DispositifDuPaquet } from '@/domain/sync/paquet'
import { AgeOf } from '@/ui/age-of'
import { Select } from '@/ui/fields/select'
import type { RequestPartProps } from './request-person'
import { useTerrain } from './terrain-context'
import { ToggleTile } from './toggle-tile'

/** To whoever has a place, or to one device; the free places are what was known at the last contact, with its age. */
export function RequestDevice({ draft, change }: RequestPartProps) {
  const { paquet } = useTerrain()
  const prescripteurs = paquet?.prescripteurs ?? []
  return (
    <>
      {prescripteurs.length > 1 && (
        <Select
          label="Au nom de"
          options={prescripteurs.map(({ id, nom }) => ({ value: id, label: nom }))}
          value={draft.prescripteurStructureId}
          onChange={(prescripteurStructureId) => change({ prescripteurStructureId })}
        />
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-base font-semibold">À qui</legend>
        <ToggleTile
          isSelected={draft.receveurDispositifId === null}
          onChange={() => change({ receveurDispositifId: null })}
        >
          Toute place qui convient
        </ToggleTile>
        {(paquet?.dispositifs ?? []).map((dispositif) => (
          <ToggleTile
            key={dispositif.id}
            isSelected={draft.receveurDispositifId === dispositif.id}
            onChange={(isSelected) => change({ receveurDispositifId: isSelected ? dispositif.id : null })}
            note={<FreePlaces dispositif={dispositif} />}
          >
            {dispositif.nom}
            <span className="block text-sm font-normal">
              {dispositif.structure} ({dispositif.departement})
            </span>
          </ToggleTile>
        ))}
      </fieldset>
    </>
  )
}

function FreePlaces({ dispositif: { libres, libresLe } }: { dispositif: DispositifDuPaquet }) {
  if (libres === null) return <span className="text-sm">places non connues</span>
  return (
    <span className="flex flex-col items-end text-base font-semibold">
      {plural(libres, 'libre', 'libres')}
      {libresLe !== null && (
        <span className="[&_*]:text-inherit!">
          <AgeOf since={libresLe} prefix="changé" />
        </span>
      )}
    </span>
  )
}
