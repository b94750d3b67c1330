import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { uuidv7 } from 'uuidv7'
import { requireViewer } from '@/auth/require-viewer'
import { filtresRegistreSchema } from '@/domain/besoins/sans-reponse'
import { can } from '@/domain/comptes/can'
import { FiltresRegistre } from '@/features/besoins/components/filtres-registre'
import { NoterBesoin } from '@/features/besoins/components/noter-besoin'
import { RegistreDesBesoins } from '@/features/besoins/components/registre'
import { readRegistre } from '@/features/besoins/queries'
import { OngletsPlaces } from '@/features/places/components/onglets-places'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Besoins sans réponse' }

export default async function BesoinsPage({ searchParams }: PageProps<'/places/besoins'>) {
  const viewer = await requireViewer()
  const filtres = filtresRegistreSchema.parse(await searchParams)
  const instant = now()
  const registre = await readRegistre(viewer, filtres, instant)
  if (registre === null) notFound()
  const mayLog = can(viewer, 'besoins.log')
  const depart = {
    kind: 'DORMIR',
    cause: 'PAS_DE_PLACE',
    regle: null,
    departement: filtres.departement ?? null,
    personnes: 1,
    femmesSeulement: false,
  } as const
  return (
    <>
      <PageHeader
        title="Besoins sans réponse"
        lead="Ceux de votre organisation, du bureau et des maraudes. Hors d’elle, on ne lit que des chiffres protégés, dans les rapports."
        actions={mayLog && <NoterBesoin id={uuidv7()} depart={depart} />}
      />
      <OngletsPlaces courant="besoins" mayReadBesoins />
      <FiltresRegistre filtres={filtres} />
      <RegistreDesBesoins registre={registre} now={instant} mayWithdraw={mayLog} />
    </>
  )
}
