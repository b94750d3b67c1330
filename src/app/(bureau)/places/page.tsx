import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { formatDate } from '@/domain/commun/format'
import { can } from '@/domain/comptes/can'
import { nightServed } from '@/domain/places/sejour'
import { comptesParDepartement, filtresTableauSchema, splitByNight } from '@/domain/places/tableau'
import { AppelsPlaces } from '@/features/places/components/appels-places'
import { Direct } from '@/features/places/components/direct'
import { FiltresPlaces } from '@/features/places/components/filtres-places'
import { OngletsPlaces } from '@/features/places/components/onglets-places'
import { TableauPlaces } from '@/features/places/components/tableau-places'
import { TotauxDepartements } from '@/features/places/components/totaux-departements'
import { readTableau } from '@/features/places/queries'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Places ce soir' }

export default async function PlacesPage({ searchParams }: PageProps<'/places'>) {
  const viewer = await requireViewer()
  const filtres = filtresTableauSchema.parse(await searchParams)
  const instant = now()
  const tableau = await readTableau(viewer, filtres, instant)
  if (tableau === null) notFound()
  const { nuit, jour } = splitByNight(tableau.lignes)
  const mayAsk = can(viewer, 'orientations.ask')
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
      <TableauPlaces titre="Pour dormir" lignes={nuit} mayAsk={mayAsk} />
      {jour.length > 0 && <TableauPlaces titre="Pour se reposer en journée" lignes={jour} mayAsk={mayAsk} />}
      <AppelsPlaces appels={tableau.appels} />
    </>
  )
}
