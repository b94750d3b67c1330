import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { filtreSuiviesSchema } from '@/domain/parcours/liste'
import { codePersonneSchema } from '@/domain/personnes/code'
import { ListeSuivies } from '@/features/suivies/components/liste-suivies'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { RechercheCode } from '@/features/suivies/components/recherche-code'
import { hasSuivie, listSuivies } from '@/features/suivies/queries'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'
import { TabLinks } from '@/ui/tab-links'

export const metadata: Metadata = { title: 'Parcours' }

const LIMITE = 50

export default async function ParcoursPage({ searchParams }: PageProps<'/parcours'>) {
  const viewer = await requireViewer()
  if (!can(viewer, 'parcours.read')) notFound()
  const filtre = filtreSuiviesSchema.parse(await searchParams)
  const typed = codePersonneSchema.safeParse(filtre.code)
  if (typed.success && (await hasSuivie(viewer, typed.data))) redirect(`/parcours/${typed.data}`)
  const { lignes, suite } = await listSuivies(viewer, filtre, LIMITE)
  const { etat, apres } = filtre
  return (
    <>
      <PageHeader
        title="Parcours"
        lead="Les personnes que suit votre organisation, par leur code. Aucune autre organisation ne voit cette liste."
      />
      <OngletsParcours viewer={viewer} current="/parcours" />
      <div className="flex flex-col gap-4">
        <RechercheCode introuvable={filtre.code} />
        <TabLinks
          label="Personnes"
          links={[
            { href: { pathname: '/parcours' }, title: 'En cours', isCurrent: etat === 'en-cours' },
            {
              href: { pathname: '/parcours', query: { etat: 'toutes' } },
              title: 'Toutes',
              isCurrent: etat === 'toutes',
            },
          ]}
        />
        <ListeSuivies
          lignes={lignes}
          empty={
            <EmptyState title="Personne ici">
              Une personne reçoit un code quand elle accepte qu’une demande de place le porte.
            </EmptyState>
          }
        />
        <Pagination
          label="Personnes suivies"
          previous={apres === undefined ? undefined : { pathname: '/parcours', query: { etat } }}
          next={suite === null ? undefined : { pathname: '/parcours', query: { etat, apres: suite } }}
        />
      </div>
    </>
  )
}
