import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { ParcoursMineur } from '@/features/mineurs/components/parcours-mineur'
import { countMineurs } from '@/features/mineurs/queries'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Une personne mineure' }

export default async function MineursPage() {
  const viewer = await requireViewer()
  const comptes = await countMineurs(viewer, now())
  if (comptes === null) notFound()
  return (
    <>
      <PageHeader
        title="Une personne mineure"
        lead="On l’adresse à la protection de l’enfance, on compte, on ne crée aucun dossier."
      />
      <OngletsParcours viewer={viewer} current="/parcours/mineurs" />
      <ParcoursMineur comptes={comptes} />
    </>
  )
}
