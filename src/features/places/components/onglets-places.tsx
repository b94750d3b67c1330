import { TabLinks } from '@/ui/tab-links'

type OngletsProps = { courant: 'tableau' | 'recherche' | 'besoins'; mayReadBesoins: boolean }

/** The sides of « Places »: what there is, what one seeks, and what nobody could answer. */
export function OngletsPlaces({ courant, mayReadBesoins }: OngletsProps) {
  const links = [
    { href: { pathname: '/places' }, title: 'Ce soir', isCurrent: courant === 'tableau' },
    {
      href: { pathname: '/places/recherche' },
      title: 'Chercher une place',
      isCurrent: courant === 'recherche',
    },
    {
      href: { pathname: '/places/besoins' },
      title: 'Besoins sans réponse',
      isCurrent: courant === 'besoins',
    },
  ]
  return (
    <div data-no-print className="mb-6">
      <TabLinks label="Places" links={mayReadBesoins ? links : links.slice(0, 2)} />
    </div>
  )
}
