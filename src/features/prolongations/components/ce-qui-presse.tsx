import { toParis } from '@/domain/commun/civil-date'
import { formatDayMonth, plural } from '@/domain/commun/format'
import { StatusBadge } from '@/ui/status-badge'
import type { SejourHeberge } from '../queries'

/** The first thing a stay asks for, in the order in which the list is sorted. */
export function CeQuiPresse({ sejour: { demande, etape } }: { sejour: SejourHeberge }) {
  if (demande !== null)
    return <StatusBadge tone="warning">{plural(demande.jours, 'jour demandé', 'jours demandés')}</StatusBadge>
  const { finLe, joursRestants, preavisOuvert, revueLe, revueEnRetard } = etape
  if (joursRestants !== null && joursRestants < 0)
    return <StatusBadge tone="danger">Fin dépassée</StatusBadge>
  if (preavisOuvert && finLe !== null)
    return <StatusBadge tone="warning">Fin le {formatDayMonth(toParis(finLe).date)}, à annoncer</StatusBadge>
  if (revueEnRetard && revueLe !== null)
    return (
      <StatusBadge tone="warning">Point d’étape dû le {formatDayMonth(toParis(revueLe).date)}</StatusBadge>
    )
  return null
}
