import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { nuitsDepuis } from '@/domain/places/grille'
import { rechercheBesoinSchema } from '@/domain/places/recherche'
import { nightServed } from '@/domain/places/sejour'
import { libellesDispositif } from '@/domain/structures/libelles'
import { listFermetures } from '@/features/fermetures/queries'
import { listBarres } from '@/features/grille/queries'
import { Direct } from '@/features/places/components/direct'
import { GrillePlaces } from '@/features/places/components/grille-places'
import { ResumeDispositif } from '@/features/places/components/resume-dispositif'
import { findDispositif } from '@/features/places/queries'
import { listPlacesPour } from '@/features/recherche/queries'
import { now } from '@/lib/clock'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Grille } from './grille'
import { readVueGrille } from '@/domain/places/vue-grille'

export const metadata: Metadata = { title: 'Places du dispositif' }

export default async function DispositifPage({ params, searchParams }: PageProps<'/places/[dispositif]'>) {
  const viewer = await requireViewer()
  const instant = now()
  const dispositif = await findDispositif(viewer, (await params).dispositif, instant)
  if (dispositif === null) notFound()
  const { id, slug, nom, structure, kind, departement, places, oriente, droits } = dispositif
  const query = await searchParams
  const vue = readVueGrille(query, nightServed(instant))
  const isOwn = Object.values(droits).some(Boolean)
  const [premiere] = nuitsDepuis(vue.du, 1)
  return (
    <>
      <PageHeader
        back={{ href: '/places', label: 'Places ce soir' }}
        title={nom}
        lead={`${structure} · ${libellesDispositif[kind]} · ${departement}`}
        age={<Direct sujets={['places']} luA={instant.toISOString()} />}
        actions={
          <>
            {isOwn && <LinkButton href={`/places/${slug}/feuille`}>Feuille du soir</LinkButton>}
            {oriente && can(viewer, 'orientations.ask') && (
              <LinkButton href={`/orientations/nouvelle?dispositif=${id}`}>Demander une place</LinkButton>
            )}
          </>
        }
      />
      <ResumeDispositif places={places} />
      {isOwn ? (
        <Grille
          dispositif={dispositif}
          vue={vue}
          barres={await listBarres(viewer, dispositif, {
            de: premiere?.de ?? instant,
            a: null,
            now: instant,
          })}
          fermetures={await listFermetures(viewer, id, instant)}
          conviennent={
            vue.besoin['chercher'] === undefined
              ? null
              : await listPlacesPour(viewer, id, rechercheBesoinSchema.parse(query), instant)
          }
          now={instant}
        />
      ) : (
        <GrillePlaces places={places} now={instant} />
      )}
    </>
  )
}
