import { Accessibility, Heart, PawPrint } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatShortDateTime, plural } from '@/domain/commun/format'
import { libellesPublicPlace } from '@/domain/places/place'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Tag } from '@/ui/tag'
import type { PlaceVisible } from '../queries'
import { StatutPlaceBadge } from './statut-place'

type GrilleProps = {
  places: readonly PlaceVisible[]
  now: Date
  /** Only for the organisation of the device: who is there, and what one can do. */
  isOwn: boolean
  renderActions: (place: PlaceVisible) => ReactNode
}

/** Each place of a device: what it is, until when, whom it is for; and for its own team, the code and the acts. */
export function GrillePlaces({ places, now, isOwn, renderActions }: GrilleProps) {
  const state: Column<PlaceVisible> = {
    key: 'etat',
    header: 'État',
    renderCell: ({ statut, jusqua }) => <StatutPlaceBadge statut={statut} jusqua={jusqua} now={now} />,
  }
  const acts: Column<PlaceVisible> = {
    key: 'actes',
    header: <span className="sr-only">Agir</span>,
    isScreenOnly: true,
    renderCell: (place) => (
      <div className="flex flex-wrap justify-end gap-2 whitespace-nowrap">{renderActions(place)}</div>
    ),
  }
  return (
    <DataTable
      caption="Places du dispositif"
      isCaptionHidden
      columns={isOwn ? [name, state, who, features, acts] : [name, state, features]}
      rows={places}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title="Aucune place en ce moment">
          Ce dispositif n’a pas de place à cette date.
        </EmptyState>
      }
    />
  )
}

const name: Column<PlaceVisible> = {
  key: 'place',
  header: 'Place',
  renderCell: ({ libelle, chambre }) => (
    <span className="flex flex-col whitespace-nowrap">
      {libelle}
      {chambre !== null && <span className="text-sm font-normal text-soft">{chambre}</span>}
    </span>
  ),
}

const who: Column<PlaceVisible> = {
  key: 'qui',
  header: 'Pour',
  renderCell: ({ occupation }) =>
    occupation !== null && (
      <span className="flex flex-col whitespace-nowrap">
        <span className="font-medium">
          {occupation.code ?? 'Sans code'}
          {occupation.personnes > 1 && `, ${plural(occupation.personnes, 'personne', 'personnes')}`}
        </span>
        <span className="text-sm text-soft">
          {occupation.kind === 'SEJOUR' ? 'depuis' : 'à partir de'} {formatShortDateTime(occupation.debut)}
        </span>
        {occupation.orientation !== null && (
          <Link href={`/orientations/${occupation.orientation.id}`} className="text-sm">
            Voir la demande
          </Link>
        )}
      </span>
    ),
}

const features: Column<PlaceVisible> = {
  key: 'accueil',
  header: 'Accueil',
  renderCell: ({ public: pour, couchages, couple, animaux, plainPied }) => (
    <span className="flex flex-wrap gap-1.5">
      {pour !== 'MIXTE' && <Tag>{libellesPublicPlace[pour]}</Tag>}
      {couple ? (
        <Feature icon={<Heart aria-hidden className="size-3.5" />} word="Couple" />
      ) : (
        couchages > 1 && <Tag>2 couchages</Tag>
      )}
      {animaux && <Feature icon={<PawPrint aria-hidden className="size-3.5" />} word="Animal" />}
      {plainPied && <Feature icon={<Accessibility aria-hidden className="size-3.5" />} word="Plain-pied" />}
    </span>
  ),
}

function Feature({ icon, word }: { icon: ReactNode; word: string }) {
  return (
    <Tag>
      <span className="inline-flex items-center gap-1">
        {icon}
        {word}
      </span>
    </Tag>
  )
}
