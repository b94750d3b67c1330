import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { uuidv7 } from 'uuidv7'
import { requireViewer } from '@/auth/require-viewer'
import { toParis } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import { orientationIdSchema } from '@/domain/orientations/reponse'
import { rechercheBesoinSchema } from '@/domain/places/recherche'
import { DemandeForm } from '@/features/orientations/components/demande-form'
import { listCodes, listReceveurs } from '@/features/orientations/queries'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Demander une place' }

export default async function NouvelleOrientationPage({ searchParams }: PageProps<'/orientations/nouvelle'>) {
  const viewer = await requireViewer()
  if (!can(viewer, 'orientations.ask')) notFound()
  const instant = now()
  const query = await searchParams
  const dispositif = orientationIdSchema.safeParse(query.dispositif)
  return (
    <>
      <PageHeader
        back={{ href: '/orientations', label: 'Orientations' }}
        title="Demander une place"
        lead="La structure qui reçoit voit la demande aussitôt, et y répond."
      />
      <DemandeForm
        id={uuidv7()}
        receveurs={await listReceveurs(viewer, instant)}
        codes={await listCodes(viewer)}
        dispositifId={dispositif.success ? dispositif.data : null}
        besoin={rechercheBesoinSchema.parse(query)}
        aujourdhui={toParis(instant).date}
      />
    </>
  )
}
