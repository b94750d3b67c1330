import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { OuvrirAcces } from '@/features/urgences/components/ouvrir-acces'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Accès d’urgence' }

export default async function UrgencePage() {
  const viewer = await requireViewer()
  if (!can(viewer, 'urgences.open')) notFound()
  return (
    <>
      <PageHeader back={{ href: '/orientations', label: 'Orientations' }} title="Accès d’urgence" />
      <div className="max-w-2xl">
        <OuvrirAcces />
      </div>
    </>
  )
}
