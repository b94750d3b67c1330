import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { filtresListeSchema, type SensListe } from '@/domain/orientations/liste'
import { ListeOrientations } from '@/features/orientations/components/liste-orientations'
import { OngletsOrientations } from '@/features/orientations/components/onglets-orientations'
import { listOrientations } from '@/features/orientations/queries'
import { Direct } from '@/features/places/components/direct'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Orientations' }

const LIMITE = 50

export default async function OrientationsPage({ searchParams }: PageProps<'/orientations'>) {
  const viewer = await requireViewer()
  if (!can(viewer, 'orientations.read')) notFound()
  const { sens: wanted, etat, apres } = filtresListeSchema.parse(await searchParams)
  const sides: readonly SensListe[] = can(viewer, 'orientations.answer')
    ? ['recues', 'envoyees']
    : ['envoyees']
  const sens = wanted !== undefined && sides.includes(wanted) ? wanted : (sides[0] ?? 'envoyees')
  const { lignes, suite, compte } = await listOrientations(viewer, { sens, etat, apres, limite: LIMITE })
  const query = { sens, etat }
  return (
    <>
      <PageHeader
        title="Orientations"
        age={<Direct sujets={['orientations', 'places']} luA={now().toISOString()} />}
        actions={
          can(viewer, 'orientations.ask') && (
            <>
              {can(viewer, 'urgences.open') && (
                <LinkButton href="/orientations/urgence">Accès d’urgence</LinkButton>
              )}
              <LinkButton href="/orientations/inclusion">Inclusion en nombre</LinkButton>
              <LinkButton href="/orientations/nouvelle" variant="primary">
                Demander une place
              </LinkButton>
            </>
          )
        }
      />
      <OngletsOrientations sens={sens} etat={etat} compte={compte} sides={sides} />
      <ListeOrientations
        lignes={lignes}
        sens={sens}
        empty={
          <EmptyState title="Aucune demande ici">
            Les demandes changent d’onglet à chaque réponse ; celle que vous cherchez est peut-être dans un
            autre.
          </EmptyState>
        }
      />
      <Pagination
        label="Orientations"
        previous={apres === undefined ? undefined : { pathname: '/orientations', query }}
        next={suite === null ? undefined : { pathname: '/orientations', query: { ...query, apres: suite } }}
      />
    </>
  )
}
