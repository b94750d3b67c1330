import { BellRing, TriangleAlert } from 'lucide-react'
import { formatTime } from '@/domain/commun/format'
import { libellesMarqueDelai, marqueDelai } from '@/domain/orientations/delais'
import { StatusBadge } from '@/ui/status-badge'
import type { LigneOrientation } from '../queries'

type MarqueProps = { ligne: Pick<LigneOrientation, 'statut' | 'relanceeLe' | 'signaleeLe'> }

/** What the clocks said of a request that waits too long: the receiver was reminded, then the follow-up was told that nothing moves. */
export function MarqueDelai({ ligne: { statut, relanceeLe, signaleeLe } }: MarqueProps) {
  const marque = marqueDelai(statut, { relanceeLe, signaleeLe })
  const le = marque === 'BLOQUEE' ? signaleeLe : relanceeLe
  if (marque === null || le === null) return null
  return (
    <StatusBadge
      tone={marque === 'BLOQUEE' ? 'danger' : 'warning'}
      icon={marque === 'BLOQUEE' ? TriangleAlert : BellRing}
    >
      {libellesMarqueDelai[marque]} à {formatTime(le)}
    </StatusBadge>
  )
}
