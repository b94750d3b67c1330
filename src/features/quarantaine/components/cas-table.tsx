import { formatShortDateTime } from '@/domain/commun/format'
import { libellesNatureCas, type NatureCas } from '@/domain/quarantaine/decision'
import { direMotif } from '@/domain/quarantaine/lignes'
import { kindSchema, libellesKind } from '@/domain/sync/operation'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import type { CasListe } from '../queries'

const raisons: Record<NatureCas, string> = {
  acte: 'Attend un fait qui n’est pas arrivé',
  conflit: 'Le même fait est arrivé avec deux textes',
  correction: 'Deux corrections du même arrêt',
}

const columns: readonly [Column<CasListe>, ...Column<CasListe>[]] = [
  {
    key: 'fait',
    header: 'Fait',
    renderCell: ({ nature, id, kind }: { nature: string; id: string; kind: string }) => (
      <TextLink href={`/maraudes/quarantaine/${nature}/${id}`}>{nameKind(kind)}</TextLink>
    ),
  },
  {
    key: 'nature',
    header: 'Ce qu’il a',
    renderCell: ({ nature }) => (
      <StatusBadge tone={nature === 'acte' ? 'warning' : 'danger'}>{libellesNatureCas[nature]}</StatusBadge>
    ),
  },
  {
    key: 'raison',
    header: 'Raison',
    renderCell: ({ motif, nature }) => (motif === null ? raisons[nature] : direMotif(motif)),
  },
  {
    key: 'qui',
    header: 'Noté par',
    renderCell: ({ auteur, appareil }) => (
      <>
        {auteur ?? 'compte inconnu'}
        {appareil !== null && <span className="block text-sm text-soft">{appareil}</span>}
      </>
    ),
  },
  {
    key: 'recu',
    header: 'Reçu',
    renderCell: ({ recueLe }) => (
      <time dateTime={recueLe.toISOString()} className="whitespace-nowrap">
        {formatShortDateTime(recueLe)}
      </time>
    ),
  },
]

/** What waits for a decision, the latest first. */
export function CasTable({ cas }: { cas: readonly CasListe[] }) {
  return (
    <DataTable
      caption="À décider"
      isCaptionHidden
      columns={columns}
      rows={cas}
      keyOf={({ nature, id }) => `${nature} ${id}`}
      empty={<EmptyState title="Rien à décider">Tout ce que les tablettes ont envoyé est compté.</EmptyState>}
    />
  )
}

/** « Arrêt », or that this version does not know such an act. */
export function nameKind(kind: string): string {
  const known = kindSchema.safeParse(kind)
  return known.success ? libellesKind[known.data] : 'Fait illisible'
}
