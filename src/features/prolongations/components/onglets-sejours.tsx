import { formatNumber } from '@/domain/commun/format'
import type { FiltreSejours } from '@/domain/parcours/sejours'
import { TabLinks } from '@/ui/tab-links'
import type { PageSejours } from '../queries'

type OngletsSejoursProps = Pick<PageSejours, 'comptes' | 'total'> & { filtre: FiltreSejours }

/** Which stays: all of them or those that ask for something, of every device or of one. Each says how many there are. */
export function OngletsSejours({ filtre: { etat, dispositif }, comptes, total }: OngletsSejoursProps) {
  const states = [
    { value: 'tous', title: 'Tous', count: total.tous },
    { value: 'a-faire', title: 'À faire', count: total.aFaire },
  ] as const
  const devices = [{ slug: undefined, nom: 'Tous les dispositifs' }, ...comptes]
  return (
    <div className="mb-4 flex flex-col gap-1">
      <TabLinks
        label="Séjours à voir"
        links={states.map(({ value, title, count }) => ({
          href: adresse(value, dispositif),
          title: (
            <span className="inline-flex items-baseline gap-2 whitespace-nowrap">
              {title}
              <span className="text-sm tabular-nums">{formatNumber(count)}</span>
            </span>
          ),
          isCurrent: etat === value,
        }))}
      />
      {comptes.length > 1 && (
        <TabLinks
          label="Dispositif"
          links={devices.map(({ slug, nom }) => ({
            href: adresse(etat, slug),
            title: nom,
            isCurrent: dispositif === slug,
          }))}
        />
      )}
    </div>
  )
}

function adresse(etat: FiltreSejours['etat'], dispositif: string | undefined) {
  return { pathname: '/parcours/sejours', query: { etat, ...(dispositif && { dispositif }) } }
}
