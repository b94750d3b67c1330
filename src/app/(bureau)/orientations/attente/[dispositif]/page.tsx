import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { ListeAttenteCard } from '@/features/attente/components/liste-attente'
import { readListeAttente } from '@/features/attente/queries'
import { Direct } from '@/features/places/components/direct'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Liste d’attente' }

export default async function AttentePage({ params }: PageProps<'/orientations/attente/[dispositif]'>) {
  const viewer = await requireViewer()
  const liste = await readListeAttente(viewer, (await params).dispositif)
  if (liste === null) notFound()
  return (
    <>
      <PageHeader
        back={{ href: '/orientations?etat=attente', label: 'Orientations' }}
        title={`Liste d’attente · ${liste.nom}`}
        lead={`${liste.structure}. Chaque changement de rang garde son motif, lisible par qui le demande.`}
        age={<Direct sujets={['orientations']} luA={now().toISOString()} />}
      />
      {liste.lignes.length === 0 ? (
        <EmptyState title="Personne n’attend">
          Depuis une demande reçue, « Mettre en liste d’attente » l’inscrit ici à son rang d’arrivée.
        </EmptyState>
      ) : (
        <ListeAttenteCard lignes={liste.lignes} />
      )}
    </>
  )
}
