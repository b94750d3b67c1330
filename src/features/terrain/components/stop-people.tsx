'use client'

import { UserCheck, UserPlus } from 'lucide-react'
import { useState } from 'react'
import {
  type Genre,
  genreSchema,
  libellesGenre,
  libellesSituation,
  libellesTrancheAge,
  type Situation,
  situationSchema,
  type TrancheAge,
  trancheAgeSchema,
} from '@/domain/commun/profil'
import {
  isSameProfil,
  nameProfil,
  type Profil,
  recentProfils,
  setRencontre,
} from '@/domain/maraudes/rencontres'
import type { Tournee } from '@/domain/maraudes/tournee'
import { Button } from '@/ui/button'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Stepper } from '@/ui/fields/stepper'
import { buzz } from './haptic'
import { MinorPath } from './minor-path'
import type { ArretEnCours } from './use-arret-brouillon'

const genres = genreSchema.options.map((value) => ({ value, label: libellesGenre[value] }))
const tranches = trancheAgeSchema.options.map((value) => ({ value, label: libellesTrancheAge[value] }))
const situations = situationSchema.options.map((value) => ({ value, label: libellesSituation[value] }))
const RECENT = 4

/** People met, by profile: one tap for a recent profile, three for another. */
export function StopPeople({ enCours, tournee }: { enCours: ArretEnCours; tournee: Tournee }) {
  const { draft, change } = enCours
  const [genre, setGenre] = useState<Genre | null>(null)
  const [trancheAge, setTrancheAge] = useState<TrancheAge | null>(null)
  const [situation, setSituation] = useState<Situation>('ISOLEE')
  // Set once: a list that moved at each tap would slip a button away from under the thumb.
  const [recent] = useState(() => recentProfils([...tournee.arrets.map(({ corps }) => corps), draft], RECENT))
  const chosen = genre === null || trancheAge === null ? null : { genre, trancheAge, situation }

  function add(profil: Profil, side: 'connus' | 'nouveaux') {
    const line = draft.rencontres.find((other) => isSameProfil(other, profil))
    buzz()
    change({ rencontres: setRencontre(draft.rencontres, profil, { [side]: (line?.[side] ?? 0) + 1 }) })
  }

  return (
    <>
      {recent.length > 0 && (
        <section aria-label="Profils récents" className="flex flex-col gap-2">
          {recent.map((profil) => (
            <AddProfil key={nameProfil(profil)} profil={profil} onAdd={add} />
          ))}
        </section>
      )}
      <section
        aria-label="Ajouter une personne"
        className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4"
      >
        <SegmentedControl label="Genre" options={genres} value={genre} onChange={setGenre} />
        <SegmentedControl
          label="Âge déclaré"
          options={tranches}
          value={trancheAge}
          onChange={setTrancheAge}
        />
        <SegmentedControl label="Situation" options={situations} value={situation} onChange={setSituation} />
        <div className="sticky bottom-36 -mx-4 -mb-4 rounded-b-card border-t border-line bg-surface p-4">
          <AddButtons
            isDisabled={chosen === null}
            name={chosen && nameProfil(chosen)}
            onAdd={(side) => chosen && add(chosen, side)}
          />
        </div>
      </section>
      {draft.rencontres.some(
        (line) => line.trancheAge === 'MOINS_18' || line.situation === 'MINEUR_ISOLE',
      ) && <MinorPath />}
      {draft.rencontres.length > 0 && (
        <section aria-label="Personnes comptées" className="flex flex-col gap-3">
          {draft.rencontres.map((line) => (
            <div key={nameProfil(line)} className="rounded-card border border-line bg-surface p-4">
              <h2 className="mb-2 font-bold">{nameProfil(line)}</h2>
              <div className="flex flex-col gap-2">
                {(['connus', 'nouveaux'] as const).map((side) => (
                  <Stepper
                    key={side}
                    label={side === 'connus' ? 'Déjà connues' : 'Nouvelles'}
                    value={line[side]}
                    maxValue={500}
                    onChange={(value) =>
                      change({ rencontres: setRencontre(draft.rencontres, line, { [side]: value }) })
                    }
                  />
                ))}
              </div>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

type AddProfilProps = { profil: Profil; onAdd: (profil: Profil, side: 'connus' | 'nouveaux') => void }

function AddProfil({ profil, onAdd }: AddProfilProps) {
  const name = nameProfil(profil)
  return (
    <div className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-2">
      <span className="font-semibold">{name}</span>
      <AddButtons name={name} onAdd={(side) => onAdd(profil, side)} />
    </div>
  )
}

type AddButtonsProps = {
  name: string | null
  isDisabled?: boolean
  onAdd: (side: 'connus' | 'nouveaux') => void
}

function AddButtons({ name, isDisabled = false, onAdd }: AddButtonsProps) {
  const about = name ?? 'profil à choisir'
  return (
    <div className="grid grid-cols-2 gap-2 *:px-2!">
      <Button
        isDisabled={isDisabled}
        aria-label={`Ajouter une personne connue : ${about}`}
        onPress={() => onAdd('connus')}
      >
        <UserCheck aria-hidden />
        +1 connue
      </Button>
      <Button
        isDisabled={isDisabled}
        aria-label={`Ajouter une nouvelle personne : ${about}`}
        onPress={() => onAdd('nouveaux')}
      >
        <UserPlus aria-hidden />
        +1 nouvelle
      </Button>
    </div>
  )
}
