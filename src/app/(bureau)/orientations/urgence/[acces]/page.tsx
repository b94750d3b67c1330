import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { accesUrgenceIdSchema } from '@/domain/orientations/urgence'
import { FicheUrgenceCard } from '@/features/urgences/components/fiche-urgence'
import { findAccesUrgence } from '@/features/urgences/queries'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Accès d’urgence' }

export default async function AccesUrgencePage({ params }: PageProps<'/orientations/urgence/[acces]'>) {
  const viewer = await requireViewer()
  const id = accesUrgenceIdSchema.safeParse((await params).acces)
  const fiche = id.success ? await findAccesUrgence(viewer, id.data, now()) : null
  if (fiche === null) notFound()
  return (
    <>
      <PageHeader
        back={{ href: '/orientations/urgence', label: 'Accès d’urgence' }}
        title={`Qui appeler pour ${fiche.code}`}
        lead="Ouvert à vous seul, trois heures. Les structures concernées savent que vous êtes venu."
      />
      <FicheUrgenceCard fiche={fiche} />
    </>
  )
}
