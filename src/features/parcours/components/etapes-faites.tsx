import type { ReactNode } from 'react'
import { libellesDestination } from '@/domain/places/place'
import { Card } from '@/ui/card'
import { jourDe } from './jour'
import type { SejourDuParcours } from '../queries'

type EtapesFaitesProps = {
  sejours: readonly SejourDuParcours[]
  /** the check that is due after an exit */
  renderVerification: (sejour: SejourDuParcours) => ReactNode
}

const SHOWN = 12

/** The stays that are over: from when to when, and what each led to. */
export function EtapesFaites({ sejours, renderVerification }: EtapesFaitesProps) {
  const over = sejours.filter(({ etat }) => etat === 'TERMINEE').slice(0, SHOWN)
  return (
    <Card title="Étapes faites">
      {over.length === 0 ? (
        <p className="text-soft">Aucun séjour terminé.</p>
      ) : (
        <ol className="divide-y divide-line">
          {over.map((sejour) => (
            <li key={sejour.id} className="flex flex-col gap-1 py-2.5">
              <span className="flex flex-wrap justify-between gap-x-4">
                <span className="font-semibold">
                  {sejour.place.dispositif.nom}
                  <span className="font-normal text-soft"> · {sejour.place.dispositif.structure.nom}</span>
                </span>
                <span className="text-sm text-soft">
                  {jourDe(sejour.debut)}
                  {sejour.fin !== null && ` → ${jourDe(sejour.fin)}`}
                </span>
              </span>
              {sejour.sortie !== null && (
                <span className="text-sm">
                  → {libellesDestination[sejour.sortie.destination]}
                  <Holds sortie={sejour.sortie} />
                </span>
              )}
              {renderVerification(sejour)}
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function Holds({ sortie: { verifiee3, verifiee6 } }: { sortie: NonNullable<SejourDuParcours['sortie']> }) {
  const words = [
    verifiee3 !== null && `à 3 mois : ${verifiee3 ? 'tient' : 'ne tient pas'}`,
    verifiee6 !== null && `à 6 mois : ${verifiee6 ? 'tient' : 'ne tient pas'}`,
  ].filter((word) => word !== false)
  return words.length === 0 ? null : <span className="text-soft"> ({words.join(', ')})</span>
}
