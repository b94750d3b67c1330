import type { ReactNode } from 'react'
import { formatDatedTime } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import { Timer } from '@/ui/timer'
import type { FicheOrientation } from '../queries'

type SituationProps = {
  fiche: Pick<FicheOrientation, 'statut' | 'occupations'>
  /** What the receiver may do about the held place or the stay. */
  actions: ReactNode
}

/** Where the person is expected or is: the held place and its hour, or the stay and its planned end. */
export function SituationOrientation({ fiche: { statut, occupations }, actions }: SituationProps) {
  const [occupation] = occupations
  if (occupation === undefined || (statut !== 'ACCEPTEE' && statut !== 'ARRIVEE')) return null
  const { etat, place, expireLe, debut, fin } = occupation
  return (
    <Card title={statut === 'ACCEPTEE' ? 'Place tenue' : 'Séjour'}>
      <p className="flex flex-wrap items-baseline gap-x-3 text-lg">
        <strong>{place.libelle}</strong>
        {etat === 'TENUE' && expireLe !== null && (
          <Timer instant={expireLe.toISOString()} direction="until" />
        )}
        {etat === 'EXPIREE' && (
          <span className="font-semibold text-warning">donnée depuis à quelqu’un d’autre</span>
        )}
      </p>
      <p className="text-soft">
        {statut === 'ARRIVEE' ? 'Depuis' : 'À partir de'} {formatDatedTime(debut)}
        {fin !== null && `, jusqu’à ${formatDatedTime(fin)} comme prévu`}.
      </p>
      <div className="flex flex-wrap items-center gap-3 *:my-0!">{actions}</div>
    </Card>
  )
}
