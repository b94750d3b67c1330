import { Accessibility, Heart, PawPrint } from 'lucide-react'
import type { ReactNode } from 'react'
import { PLACES_PAR_PAGE } from '@/domain/places/grille'
import { libellesPublicPlace } from '@/domain/places/place'
import { adresseGrille, repondAuxFiltres, type VueGrille } from '@/domain/places/vue-grille'
import { FiltresGrille } from '@/features/grille/components/filtres-grille'
import { PagesDePlaces } from '@/features/grille/components/pages-de-places'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Tag } from '@/ui/tag'
import type { PlaceVisible } from '../queries'
import { StatutPlaceBadge } from './statut-place'

type GrilleProps = { slug: string; places: readonly PlaceVisible[]; vue: VueGrille; now: Date }

/** Each place of a device as other organisations see it: what it is, until when, whom it is for. Who is there is not theirs to see. */
export function GrillePlaces({ slug, places, vue, now }: GrilleProps) {
  const shown = places.filter(({ statut, chambre }) => repondAuxFiltres({ statut, chambre }, vue))
  const page = shown.slice((vue.page - 1) * PLACES_PAR_PAGE, vue.page * PLACES_PAR_PAGE)
  const state: Column<PlaceVisible> = {
    key: 'etat',
    header: 'État',
    renderCell: ({ statut, jusqua }) => <StatutPlaceBadge statut={statut} jusqua={jusqua} now={now} />,
  }
  return (
    <>
      <FiltresGrille
        action={`/places/${slug}`}
        etat={vue.etat}
        groupe={vue.groupe}
        groupes={[...new Set(places.flatMap(({ chambre }) => chambre ?? []))]}
        du={vue.du}
      />
      <DataTable
        caption="Places du dispositif"
        isCaptionHidden
        columns={[name, state, features]}
        rows={page}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title="Aucune place en ce moment">Aucune place ne répond à ces filtres.</EmptyState>
        }
      />
      <PagesDePlaces
        count={shown.length}
        page={vue.page}
        address={(number) => adresseGrille(slug, { ...vue, page: number })}
      />
    </>
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
