import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { plural } from '@/domain/commun/format'
import { can } from '@/domain/comptes/can'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { PorteCard } from '@/features/visites/components/porte-card'
import { ReglageVisite } from '@/features/visites/components/reglage-visite'
import { listTournees, readTournee, type Tournee } from '@/features/visites/queries'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { TabLinks } from '@/ui/tab-links'

export const metadata: Metadata = { title: 'Tournée de visite' }

export default async function VisitesPage({ searchParams }: PageProps<'/parcours/visites'>) {
  const viewer = await requireViewer()
  if (!can(viewer, 'tournees.visit')) notFound()
  const instant = now()
  const dispositifs = await listTournees(viewer)
  const wanted = (await searchParams).dispositif
  const current = dispositifs.find(({ slug }) => slug === wanted) ?? dispositifs[0]
  const tournee = current === undefined ? null : await readTournee(viewer, current.slug, instant)
  return (
    <>
      <PageHeader
        title="Tournée de visite"
        lead={tournee === null ? undefined : summary(tournee)}
        actions={
          tournee?.regler === true && (
            <ReglageVisite dispositifId={tournee.dispositif.id} regle={tournee.regle} />
          )
        }
      />
      <OngletsParcours viewer={viewer} current="/parcours/visites" />
      {dispositifs.length > 1 && (
        <div className="mb-4" data-no-print>
          <TabLinks
            label="Dispositifs"
            links={dispositifs.map(({ slug, nom, structure }) => ({
              href: { pathname: '/parcours/visites', query: { dispositif: slug } },
              title: `${structure} · ${nom}`,
              isCurrent: slug === current?.slug,
            }))}
          />
        </div>
      )}
      {tournee === null || tournee.portes.length === 0 ? (
        <EmptyState title="Aucune chambre à visiter">
          La tournée liste les séjours en cours des hôtels et des appartements de vos structures.
        </EmptyState>
      ) : (
        <ol className="lg:grid-cols-2 grid gap-4 xl:grid-cols-3">
          {tournee.portes.map((porte) => (
            <li key={porte.occupationId} className="grid">
              <PorteCard porte={porte} prevenir={tournee.regle.prevenir} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function summary({ portes, regle }: Tournee): string {
  const left = portes.filter(({ vueAujourdhui }) => !vueAujourdhui).length
  const alerts = portes.filter(({ alerte }) => alerte !== null).length
  return [
    `${plural(left, 'chambre', 'chambres')} à visiter aujourd’hui sur ${portes.length}`,
    alerts > 0 && plural(alerts, 'alerte', 'alertes'),
    `alerte après ${plural(regle.alerteApres, 'jour', 'jours')} sans réponse`,
  ]
    .filter((part) => part !== false)
    .join(', ')
    .concat('.')
}
