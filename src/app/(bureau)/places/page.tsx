import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { formatDate } from '@/domain/commun/format'
import { can } from '@/domain/comptes/can'
import { nightServed } from '@/domain/places/sejour'
import {
  comptesParDepartement,
  type FiltresTableau,
  filtresTableauSchema,
  splitByNight,
} from '@/domain/places/tableau'
import { countAttentes } from '@/features/attente/queries'
import { listOuvertures } from '@/features/capacites/queries'
import { listPretsDe } from '@/features/contingents/queries'
import { EspacesRepos } from '@/features/entrees/components/espaces-repos'
import { listPresences, type PresenceRepos } from '@/features/entrees/queries'
import { AppelsPlaces } from '@/features/places/components/appels-places'
import { Direct } from '@/features/places/components/direct'
import { FiltresPlaces } from '@/features/places/components/filtres-places'
import { OngletsPlaces } from '@/features/places/components/onglets-places'
import { TableauPlaces } from '@/features/places/components/tableau-places'
import { TotauxDepartements } from '@/features/places/components/totaux-departements'
import { type LigneTableau, readTableau } from '@/features/places/queries'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'
import { NotesDispositif } from './notes-dispositif'

export const metadata: Metadata = { title: 'Places ce soir' }

export default async function PlacesPage({ searchParams }: PageProps<'/places'>) {
  const viewer = await requireViewer()
  const filtres = filtresTableauSchema.parse(await searchParams)
  const instant = now()
  const tableau = await readTableau(viewer, filtres, instant)
  if (tableau === null) notFound()
  const { nuit, jour } = splitByNight(tableau.lignes)
  const mayAsk = can(viewer, 'orientations.ask')
  const prets = await listPretsDe(viewer, null, instant)
  const ouvertures = await listOuvertures(viewer, null, instant)
  const attentes = await countAttentes(viewer)
  const renderNotes = (ligne: LigneTableau) => (
    <NotesDispositif
      viewer={viewer}
      ligne={ligne}
      prets={prets}
      ouvertures={ouvertures}
      attente={attentes.get(ligne.id)}
    />
  )
  const espaces = await listPresences(viewer, instant)
  return (
    <>
      <PageHeader
        title="Places ce soir"
        lead={`Nuit du ${formatDate(nightServed(instant))}`}
        age={<Direct sujets={['places']} luA={instant.toISOString()} />}
      />
      <OngletsPlaces courant="tableau" mayReadBesoins={can(viewer, 'besoins.read')} />
      <TotauxDepartements totaux={comptesParDepartement(nuit)} />
      <FiltresPlaces filtres={filtres} />
      <TableauPlaces titre="Pour dormir" lignes={nuit} mayAsk={mayAsk} renderNotes={renderNotes} />
      {jour.length > 0 && (
        <TableauPlaces titre="En journée" lignes={jour} mayAsk={mayAsk} renderNotes={renderNotes} />
      )}
      <EspacesRepos espaces={espaces.filter((espace) => isAsked(espace, filtres))} />
      <AppelsPlaces appels={tableau.appels} />
    </>
  )
}

/** A rest space has seats for whoever comes: no need to sleep is answered there. One without a capacity keeps no door here. */
function isAsked({ departement, capacite }: PresenceRepos, filtres: FiltresTableau): boolean {
  if (capacite === null || filtres.pour !== undefined) return false
  if (filtres.departement !== undefined && filtres.departement !== departement) return false
  return filtres.type === undefined || filtres.type === 'REPOS'
}
