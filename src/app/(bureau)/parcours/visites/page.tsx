import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { plural } from '@/domain/commun/format'
import { can } from '@/domain/comptes/can'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { PorteCard } from '@/features/visites/components/porte-card'
import { ReglageVisite } from '@/features/visites/components/reglage-visite'
import { type VueTournee, vueTourneeSchema } from '@/domain/parcours/visites'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { listTournees, readTournee, type Tournee } from '@/features/visites/queries'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterSelect } from '@/ui/filters/filter-select'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'
import { TabLinks } from '@/ui/tab-links'

export const metadata: Metadata = { title: 'Tournée de visite' }

/** Beyond, one turns the page, or chooses a hotel. */
const PORTES_PAR_PAGE = 30

export default async function VisitesPage({ searchParams }: PageProps<'/parcours/visites'>) {
  const viewer = await requireViewer()
  if (!can(viewer, 'tournees.visit')) notFound()
  const instant = now()
  const dispositifs = await listTournees(viewer)
  const query = await searchParams
  const wanted = query.dispositif
  const current = dispositifs.find(({ slug }) => slug === wanted) ?? dispositifs[0]
  const tournee = current === undefined ? null : await readTournee(viewer, current.slug, instant)
  const vue = vueTourneeSchema.parse(query)
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
              title: nameDispositif(structure, nom),
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
        <Portes tournee={tournee} vue={vue} />
      )}
    </>
  )
}

/** The doors of one hotel, or of all: a page at a time, the alerts first. */
function Portes({ tournee, vue: { groupe, page } }: { tournee: Tournee; vue: VueTournee }) {
  const { portes, regle, dispositif } = tournee
  const groupes = [...new Set(portes.flatMap((porte) => porte.groupe ?? []))].toSorted()
  const asked = portes.filter((porte) => !groupe || porte.groupe === groupe)
  const shown = asked.slice((page - 1) * PORTES_PAR_PAGE, page * PORTES_PAR_PAGE)
  const hrefOf = (number: number) => ({
    pathname: '/parcours/visites',
    query: { dispositif: dispositif.slug, ...(groupe && { groupe }), page: number },
  })
  return (
    <>
      {groupes.length > 1 && (
        <FilterBar action="/parcours/visites" label="Choisir un hôtel" isFiltered={Boolean(groupe)}>
          <input type="hidden" name="dispositif" value={dispositif.slug} />
          <FilterSelect
            name="groupe"
            label="Hôtel"
            value={groupe}
            allLabel="Tous"
            options={groupes.map((value) => ({ value, label: value }))}
          />
        </FilterBar>
      )}
      <ol className="grid gap-4 bureau:grid-cols-2 xl:grid-cols-3">
        {shown.map((porte) => (
          <li key={porte.occupationId} className="grid">
            <PorteCard porte={porte} prevenir={regle.prevenir} />
          </li>
        ))}
      </ol>
      <Pagination
        label="Chambres à visiter"
        previous={page > 1 ? hrefOf(page - 1) : undefined}
        next={asked.length > page * PORTES_PAR_PAGE ? hrefOf(page + 1) : undefined}
      />
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
