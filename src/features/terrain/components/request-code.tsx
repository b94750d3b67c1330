'use client'

import { libellesSituation, type Situation, situationSchema } from '@/domain/commun/profil'
import { libellesPortee, porteeConsentementSchema } from '@/domain/orientations/demande'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import type { RequestPartProps } from './request-person'
import { ToggleTile } from './toggle-tile'

const portees = porteeConsentementSchema.options.map((value) => ({ value, label: libellesPortee[value] }))
const situations = situationSchema.options
  .filter((value): value is Exclude<Situation, 'MINEUR_ISOLE'> => value !== 'MINEUR_ISOLE')
  .map((value) => ({ value, label: libellesSituation[value] }))

/** Only if it helps and the person agrees: a code, so that the structures can speak of the same person. */
export function RequestCode({ draft, change }: RequestPartProps) {
  return (
    <>
      <ToggleTile isSelected={draft.withCode} onChange={(withCode) => change({ withCode })}>
        Créer un code pour cette personne (facultatif)
      </ToggleTile>
      {draft.withCode && (
        <>
          <SegmentedControl
            label="Situation"
            options={situations}
            value={draft.situation === 'MINEUR_ISOLE' ? 'INCONNUE' : draft.situation}
            onChange={(situation) => change({ situation })}
          />
          <SegmentedControl
            label="Elle accepte de"
            description="Un code au hasard, sans nom. Elle peut retirer son accord quand elle veut."
            isRequired
            options={portees}
            value={draft.portee}
            onChange={(portee) => change({ portee })}
          />
        </>
      )}
    </>
  )
}
