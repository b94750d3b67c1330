import type { ReactNode } from 'react'
import { toParis } from '@/domain/commun/civil-date'
import { formatDayMonth, formatShortDate, plural } from '@/domain/commun/format'
import { libelleProlongation } from '@/domain/parcours/prolongations'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import type { SejourHeberge } from '../queries'
import { AnswerProlongation, AskProlongation } from './prolongation-actions'

type SejoursHebergesProps = {
  sejours: readonly SejourHeberge[]
  /** the reviews and what the team sees */
  renderSuivi: (sejour: SejourHeberge) => ReactNode
  empty: ReactNode
}

/** Stays of some length, the most urgent first, and what one does about each. */
export function SejoursHeberges({ sejours, renderSuivi, empty }: SejoursHebergesProps) {
  const columns: [Column<SejourHeberge>, ...Column<SejourHeberge>[]] = [
    place,
    since,
    until,
    review,
    {
      key: 'actes',
      header: <span className="sr-only">Actes</span>,
      isScreenOnly: true,
      renderCell: (sejour) => (
        <span className="flex flex-wrap items-center justify-end gap-2 whitespace-nowrap *:my-0! @min-[70rem]/rows:flex-nowrap cards:justify-start">
          {sejour.demande === null ? (
            <AskProlongation occupationId={sejour.id} libelle={sejour.libelle} />
          ) : (
            <AnswerProlongation id={sejour.demande.id} libelle={sejour.libelle} />
          )}
          {renderSuivi(sejour)}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption="Séjours de vos structures"
      isCaptionHidden
      isStacked
      columns={columns}
      rows={sejours}
      keyOf={({ id }) => id}
      empty={empty}
    />
  )
}

const place: Column<SejourHeberge> = {
  key: 'place',
  header: 'Place',
  renderCell: ({ libelle, dispositif, dispositifSlug, code, suivi }) => (
    <span className="flex min-w-40 flex-col">
      <TextLink href={`/places/${dispositifSlug}`}>{libelle}</TextLink>
      <span className="text-sm font-normal text-soft">
        {[dispositif, code, suivi === null ? null : `suivie par ${suivi}`]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </span>
  ),
}

const since: Column<SejourHeberge> = {
  key: 'depuis',
  header: 'Depuis',
  renderCell: ({ etape }) => (
    <span className="flex flex-col whitespace-nowrap">
      {plural(etape.jours, 'jour', 'jours')}
      {etape.joursAvantMinimum !== null && etape.joursAvantMinimum > 0 && (
        <span className="text-sm text-soft">
          {plural(etape.joursAvantMinimum, 'jour', 'jours')} avant le minimum
        </span>
      )}
    </span>
  ),
}

const until: Column<SejourHeberge> = {
  key: 'fin',
  header: 'Fin',
  renderCell: ({ etape, demande }) => (
    <span className="flex flex-col items-start gap-1">
      <End etape={etape} />
      {demande !== null && (
        <>
          <StatusBadge tone="warning">{plural(demande.jours, 'jour demandé', 'jours demandés')}</StatusBadge>
          <span className="text-sm text-soft">{libelleProlongation(demande.motif)}</span>
        </>
      )}
    </span>
  ),
}

function End({ etape: { finLe, joursRestants, preavisOuvert } }: Pick<SejourHeberge, 'etape'>) {
  if (finLe === null || joursRestants === null)
    return <span className="whitespace-nowrap text-soft">Sans date</span>
  if (joursRestants < 0) return <StatusBadge tone="danger">Dépassée</StatusBadge>
  return (
    <>
      <span className="whitespace-nowrap">
        {formatShortDate(toParis(finLe).date)} · {plural(joursRestants, 'jour', 'jours')}
      </span>
      {preavisOuvert && <StatusBadge tone="warning">À annoncer</StatusBadge>}
    </>
  )
}

const review: Column<SejourHeberge> = {
  key: 'revue',
  header: 'Point d’étape',
  renderCell: ({ etape: { revueLe, revueEnRetard } }) => {
    if (revueLe === null) return <span className="text-soft">—</span>
    const day = formatDayMonth(toParis(revueLe).date)
    return revueEnRetard ? <StatusBadge tone="warning">dû le {day}</StatusBadge> : <span>{day}</span>
  },
}
