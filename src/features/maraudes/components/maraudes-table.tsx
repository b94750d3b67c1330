import { formatDayMonth, formatDuration, formatNumber, formatTime } from '@/domain/commun/format'
import { libellesMode } from '@/domain/maraudes/listes'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import type { MaraudeListee } from '../queries'
import { MaraudeStatus } from './maraude-status'

const columns: readonly [Column<MaraudeListee>, ...Column<MaraudeListee>[]] = [
  {
    key: 'nuit',
    header: 'Nuit',
    renderCell: ({ id, nuit, secteur }) => (
      <TextLink href={`/maraudes/${id}`}>
        <span className="whitespace-nowrap">{formatDayMonth(nuit)}</span> ·{' '}
        <span className="whitespace-nowrap">{secteur ?? 'Secteur non précisé'}</span>
      </TextLink>
    ),
  },
  {
    key: 'heures',
    header: 'Heures',
    renderCell: describeHours,
  },
  {
    key: 'equipe',
    header: 'Équipe',
    renderCell: ({ equipe, mode, partenaires }) =>
      [`${equipe}, ${libellesMode[mode].toLocaleLowerCase('fr')}`, ...partenaires].join(' · '),
  },
  { key: 'arrets', header: 'Arrêts', isNumeric: true, renderCell: ({ arrets }) => formatNumber(arrets) },
  {
    key: 'personnes',
    header: 'Personnes',
    isNumeric: true,
    renderCell: ({ personnes }) => formatNumber(personnes),
  },
  {
    key: 'nouvelles',
    header: 'Nouvelles',
    isNumeric: true,
    renderCell: ({ nouvelles }) => formatNumber(nouvelles),
  },
  { key: 'donnes', header: 'Donnés', isNumeric: true, renderCell: ({ donnes }) => formatNumber(donnes) },
  {
    key: 'recuperes',
    header: 'Récupérés',
    isNumeric: true,
    renderCell: ({ recuperes }) => formatNumber(recuperes),
  },
  {
    key: 'sansReponse',
    header: 'Sans réponse',
    isNumeric: true,
    renderCell: ({ sansReponse }) => formatNumber(sansReponse),
  },
  {
    key: 'statut',
    header: 'État',
    renderCell: ({ statut, enConflit }) => (
      <span className="flex flex-wrap gap-2">
        <MaraudeStatus statut={statut} />
        {enConflit > 0 && <StatusBadge tone="danger">{`${enConflit} en double`}</StatusBadge>}
      </span>
    ),
  },
]

/** Rounds of the organisation, the latest first; figures count active stops, material in units. */
export function MaraudesTable({ maraudes }: { maraudes: readonly MaraudeListee[] }) {
  return (
    <DataTable
      caption="Maraudes, de la plus récente à la plus ancienne"
      isCaptionHidden
      isStacked
      columns={columns}
      rows={maraudes}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title="Aucune maraude">
          Elles apparaissent ici dès que la première tablette envoie son départ.
        </EmptyState>
      }
    />
  )
}

function describeHours({ debut, fin }: MaraudeListee): string {
  const from = new Date(debut)
  if (fin === null) return `depuis ${formatTime(from)}`
  return `${formatTime(from)}, ${formatDuration((Date.parse(fin) - from.getTime()) / 60_000)}`
}
