import { PageHeader } from '@/ui/page-header'
import { TabLinks } from '@/ui/tab-links'

type AdministrationHeaderProps = { current: 'comptes' | 'journal'; showsJournal: boolean }

/** The top of both sides of the administration. */
export function AdministrationHeader({ current, showsJournal }: AdministrationHeaderProps) {
  return (
    <>
      <PageHeader title="Administration" lead="Qui peut entrer, et ce qui a été fait." />
      {showsJournal && (
        <div className="mb-5">
          <TabLinks
            label="Administration"
            links={[
              { href: { pathname: '/administration' }, title: 'Comptes', isCurrent: current === 'comptes' },
              {
                href: { pathname: '/administration/journal' },
                title: 'Journal',
                isCurrent: current === 'journal',
              },
            ]}
          />
        </div>
      )}
    </>
  )
}
