import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { uuidv7 } from 'uuidv7'
import { requireViewer } from '@/auth/require-viewer'
import { toParis } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import { InclusionForm } from '@/features/inclusions/components/inclusion-form'
import { listReceveurs } from '@/features/orientations/queries'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Inclusion en nombre' }

export default async function InclusionPage() {
  const viewer = await requireViewer()
  if (!can(viewer, 'orientations.ask')) notFound()
  const instant = now()
  return (
    <>
      <PageHeader
        back={{ href: '/orientations', label: 'Orientations' }}
        title="Inclusion en nombre"
        lead="Plusieurs demandes d’un coup à un même dispositif : une ouverture de places, une mise à l’abri."
      />
      <InclusionForm
        lot={uuidv7()}
        receveurs={await listReceveurs(viewer, instant)}
        aujourdhui={toParis(instant).date}
      />
    </>
  )
}
