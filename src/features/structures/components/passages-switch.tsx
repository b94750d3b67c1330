'use client'

import { plural } from '@/domain/commun/format'
import { type CartePassages, JOURS_DE_PASSAGES } from '@/domain/territoire/couverture'
import { Checkbox } from '@/ui/fields/checkbox'
import type { EtatPassages } from './use-passages'

/** Shows or hides where rounds went, and says in words how much there is. */
export function PassagesSwitch({ etat, onChange }: { etat: EtatPassages; onChange: (on: boolean) => void }) {
  return (
    <div
      data-no-print
      className="absolute top-10 left-2 z-[500] max-w-[min(17rem,calc(100%-5rem))] rounded-control bg-raised px-3 shadow-raised"
    >
      <Checkbox isSelected={etat !== null} onChange={onChange}>
        Passages des maraudes
      </Checkbox>
      <output className="block text-sm text-soft not-empty:pb-2">{describe(etat)}</output>
    </div>
  )
}

function describe(etat: EtatPassages): string {
  if (etat === null) return ''
  if (etat === 'LECTURE') return 'Lecture…'
  if (etat === 'PANNE') return 'Les passages n’ont pas pu être lus. Décochez et recochez pour réessayer.'
  return countsOf(etat)
}

function countsOf({ features }: CartePassages): string {
  const weeks = plural(JOURS_DE_PASSAGES / 7, 'semaine', 'semaines')
  if (features.length === 0) return `Aucun parcours compté depuis ${weeks}.`
  const own = features.filter(({ properties }) => properties.aNous).length
  const others = features.length - own
  return `Depuis ${weeks} : ${plural(own, 'hexagone plein, le vôtre', 'hexagones pleins, les vôtres')} (250 m) ; ${plural(others, 'en pointillé', 'en pointillés')}, d’autres organisations (2 km).`
}
