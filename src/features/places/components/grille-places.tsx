import { Accessibility, Heart, PawPrint } from 'lucide-react'
import type { ReactNode } from 'react'
import { libellesPublicPlace } from '@/domain/places/place'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Tag } from '@/ui/tag'
import type { PlaceVisible } from '../queries'
import { StatutPlaceBadge } from './statut-place'

type GrilleProps = { places: readonly PlaceVisible[]; now: Date }

/** Each place of a device as other organisations see it: what it is, until when, whom it is for. Who is there is not theirs to see. */
export function GrillePlaces({ places, now }: GrilleProps) {
  const state: Column<PlaceVisible> = {
    key: 'etat',
    header: 'État',
    renderCell: ({ statut, jusqua }) => <StatutPlaceBadge statut={statut} jusqua={jusqua} now={now} />,
  }
  return (
    <DataTable
      caption="Places du dispositif"
      isCaptionHidden
      columns={[name, state, features]}
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
