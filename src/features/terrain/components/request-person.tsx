'use client'

import { genreSchema, libellesGenre, libellesTrancheAge, trancheAgeSchema } from '@/domain/commun/profil'
import type { DemandeBrouillon } from '@/domain/maraudes/demande-brouillon'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { ToggleTile } from './toggle-tile'

const genres = genreSchema.options.map((value) => ({ value, label: libellesGenre[value] }))
const tranches = trancheAgeSchema.options.map((value) => ({ value, label: libellesTrancheAge[value] }))

/** What one part of the request needs. */
export type RequestPartProps = { draft: DemandeBrouillon; change: (patch: Partial<DemandeBrouillon>) => void }

/** Who it is for, as declared, and what the place must allow. */
export function RequestPerson({ draft, change }: RequestPartProps) {
  return (
    <>
      <SegmentedControl
        label="Genre"
        isRequired
        options={genres}
        value={draft.genre}
        onChange={(genre) => change({ genre })}
      />
      <SegmentedControl
        label="Âge déclaré"
        isRequired
        options={tranches}
        value={draft.trancheAge}
        onChange={(trancheAge) => change({ trancheAge })}
      />
      {draft.trancheAge !== 'MOINS_18' && (
        <fieldset>
          <legend className="mb-2 text-base font-semibold">Il faut</legend>
          <div className="grid grid-cols-2 gap-2">
            <ToggleTile isSelected={draft.couple} onChange={(couple) => change({ couple })}>
              Une place de couple
            </ToggleTile>
            <ToggleTile isSelected={draft.animaux} onChange={(animaux) => change({ animaux })}>
              Animal accepté
            </ToggleTile>
            <ToggleTile isSelected={draft.mobilite} onChange={(mobilite) => change({ mobilite })}>
              Accès de plain-pied
            </ToggleTile>
            <ToggleTile
              isSelected={draft.femmesSeulement}
              onChange={(femmesSeulement) => change({ femmesSeulement })}
            >
              Lieu pour femmes
            </ToggleTile>
          </div>
        </fieldset>
      )}
    </>
  )
}
