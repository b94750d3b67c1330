import type { ReactNode } from 'react'
import type { OngletMaraudes } from '@/domain/maraudes/onglets'
import { PageHeader } from '@/ui/page-header'
import { TabLinks } from '@/ui/tab-links'

type MaraudesHeaderProps = {
  current: OngletMaraudes
  /** Those the viewer may open. */
  onglets: readonly OngletMaraudes[]
  lead: ReactNode
  actions?: ReactNode
}

const sides: Record<OngletMaraudes, { pathname: string; title: string }> = {
  liste: { pathname: '/maraudes', title: 'Maraudes' },
  planning: { pathname: '/maraudes/planning', title: 'Planning' },
  journee: { pathname: '/maraudes/journee', title: 'Journée' },
  quarantaine: { pathname: '/maraudes/quarantaine', title: 'Quarantaine' },
  tablettes: { pathname: '/maraudes/tablettes', title: 'Tablettes' },
}

/** The top of every side of the rounds. */
export function MaraudesHeader({ current, onglets, lead, actions }: MaraudesHeaderProps) {
  const title = current === 'liste' ? 'Maraudes' : sides[current].title
  return (
    <>
      <PageHeader title={title} lead={lead} actions={actions} />
      {onglets.length > 1 && (
        <div data-no-print className="mb-5">
          <TabLinks
            label="Maraudes"
            links={onglets.map((onglet) => ({
              href: { pathname: sides[onglet].pathname },
              title: sides[onglet].title,
              isCurrent: onglet === current,
            }))}
          />
        </div>
      )}
    </>
  )
}
