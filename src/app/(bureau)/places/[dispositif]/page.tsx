import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { nuitsDepuis } from '@/domain/places/grille'
import { rechercheBesoinSchema } from '@/domain/places/recherche'
import { nightServed } from '@/domain/places/sejour'
import { libellesDispositif } from '@/domain/structures/libelles'
import { EspacesRepos } from '@/features/entrees/components/espaces-repos'
import { JourneeReposScreen } from '@/features/entrees/components/journee-repos'
import { listPresences, readJournee } from '@/features/entrees/queries'
import { type FermetureVisible, listFermetures } from '@/features/fermetures/queries'
import { listBarres } from '@/features/grille/queries'
import { Direct } from '@/features/places/components/direct'
import { GrillePlaces } from '@/features/places/components/grille-places'
import { ResumeDispositif } from '@/features/places/components/resume-dispositif'
import { type DispositifVisible, findDispositif } from '@/features/places/queries'
import { listPlacesPour } from '@/features/recherche/queries'
import { now } from '@/lib/clock'
import { LinkButton } from '@/ui/link-button'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Grille } from './grille'
import { VieDispositif } from './vie-dispositif'
import { adresseGrille, readVueGrille, type VueGrille } from '@/domain/places/vue-grille'

export const metadata: Metadata = { title: 'Places du dispositif' }

export default async function DispositifPage({ params, searchParams }: PageProps<'/places/[dispositif]'>) {
  const viewer = await requireViewer()
  const instant = now()
  const dispositif = await findDispositif(viewer, (await params).dispositif, instant)
  if (dispositif === null) notFound()
  const { id, slug, nom, structure, kind, departement, places } = dispositif
  const query = await searchParams
  const vue = readVueGrille(query, nightServed(instant))
  const isOwn = Object.values(dispositif.droits).some(Boolean)
  const fermetures = isOwn ? await listFermetures(viewer, id, instant) : []
  return (
    <>
      <PageHeader
        back={{ href: '/places', label: 'Places ce soir' }}
        title={nom}
        lead={`${structure} · ${libellesDispositif[kind]} · ${departement}`}
        age={<Direct sujets={['places']} luA={instant.toISOString()} />}
        actions={<Ways viewer={viewer} dispositif={dispositif} isOwn={isOwn} />}
      />
      {kind === 'REPOS' && <Porte viewer={viewer} dispositif={dispositif} instant={instant} />}
      {places.length > 0 && (
        <>
          <ResumeDispositif slug={slug} places={places} />
          {isOwn ? (
            <OwnPlaces {...{ viewer, dispositif, vue, query, fermetures, instant }} />
          ) : (
            <GrillePlaces slug={slug} places={places} vue={vue} now={instant} />
          )}
        </>
      )}
      {places.length === 0 && kind !== 'REPOS' && (
        <EmptyState title="Aucune place en ce moment">
          Ce dispositif n’a pas de place à cette date.
        </EmptyState>
      )}
      {isOwn && (
        <VieDispositif
          viewer={viewer}
          dispositif={dispositif}
          fermetures={fermetures}
          hrefOf={(place) => adresseGrille(slug, { ...vue, place })}
          now={instant}
        />
      )}
    </>
  )
}

type OfDevice = { viewer: Viewer; dispositif: DispositifVisible }

type OwnPlacesProps = OfDevice & {
  vue: VueGrille
  query: Readonly<Record<string, unknown>>
  fermetures: readonly FermetureVisible[]
  instant: Date
}

async function OwnPlaces({ viewer, dispositif, vue, query, fermetures, instant }: OwnPlacesProps) {
  const [premiere] = nuitsDepuis(vue.du, 1)
  const barres = await listBarres(viewer, dispositif, { de: premiere?.de ?? instant, a: null, now: instant })
  const conviennent =
    vue.besoin['chercher'] === undefined
      ? null
      : await listPlacesPour(viewer, dispositif.id, rechercheBesoinSchema.parse(query), instant)
  return <Grille {...{ dispositif, vue, barres, fermetures, conviennent }} now={instant} />
}

function Ways({ viewer, dispositif, isOwn }: OfDevice & { isOwn: boolean }) {
  const { id, slug, places, oriente } = dispositif
  return (
    <>
      {isOwn && places.length > 0 && (
        <LinkButton href={`/places/${slug}/feuille`}>Feuille du soir</LinkButton>
      )}
      {oriente && can(viewer, 'orientations.answer', dispositif) && (
        <LinkButton href={`/orientations/attente/${slug}`}>Liste d’attente</LinkButton>
      )}
      {oriente && can(viewer, 'orientations.ask') && (
        <LinkButton href={`/orientations/nouvelle?dispositif=${id}`}>Demander une place</LinkButton>
      )}
    </>
  )
}

/** A rest space has no places: its own team keeps the door, the others see how many are inside. */
async function Porte({ viewer, dispositif: { id, slug }, instant }: OfDevice & { instant: Date }) {
  const journee = await readJournee(viewer, id, instant)
  if (journee !== null) return <JourneeReposScreen dispositifId={id} journee={journee} />
  const espaces = await listPresences(viewer, instant)
  return <EspacesRepos espaces={espaces.filter((espace) => espace.slug === slug)} />
}
