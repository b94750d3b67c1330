import { plural } from '@/domain/commun/format'
import { type FiltresStructures, questionOf } from '@/domain/structures/filtres'
import type { Emprise } from '@/domain/territoire/geometrie'
import { libellesZone, zoneSchema } from '@/domain/territoire/zones'
import { Banner } from '@/ui/banner'
import { Disclosure } from '@/ui/disclosure'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { TabLinks } from '@/ui/tab-links'
import type { PageStructures } from '../queries'
import { totalEnTexte } from './annuaire'
import { CarteStructures } from './carte-structures'
import { FiltresStructuresBar } from './filtres-structures'
import { LegendeCarte } from './legende-carte'

type CartePageProps = {
  page: PageStructures
  filtres: FiltresStructures
  ignores: readonly string[]
  emprise: Emprise
  backgroundCredit: string | null
  hasPassages: boolean
  choisie: string | null
}

/** The map of structures and the list of what it shows. */
export function CartePage({ page, filtres, ignores, ...carte }: CartePageProps) {
  const { territoire, ...autres } = filtres
  return (
    <>
      <PageHeader
        title="Carte"
        lead={totalEnTexte(page.total)}
        actions={<LinkButton href={`/structures?${questionOf(filtres)}`}>Voir en liste</LinkButton>}
      />
      <div data-no-print className="mb-4">
        <TabLinks
          label="Territoire"
          links={[
            {
              href: { pathname: '/carte', query: autres },
              title: <span className="whitespace-nowrap">Tout</span>,
              isCurrent: territoire === undefined,
            },
            ...zoneSchema.options.map((zone) => ({
              href: { pathname: '/carte', query: { ...autres, territoire: zone } },
              title: <span className="whitespace-nowrap">{libellesZone[zone].replace(/ \(.*/, '')}</span>,
              isCurrent: zone === territoire,
            })),
          ]}
        />
      </div>
      {page.suite !== null && (
        <div className="mb-4">
          <Banner
            tone="info"
            title={`Les ${page.structures.length} premières structures sont sur la carte.`}
            nextStep="Filtrez pour voir les autres."
          />
        </div>
      )}
      <CarteStructures
        structures={page.structures}
        {...carte}
        filters={
          <Disclosure title={filtersTitle(autres)} isOpenAtFirst={ignores.length > 0}>
            <FiltresStructuresBar action="/carte" filtres={filtres} ignores={ignores} />
          </Disclosure>
        }
        legend={<LegendeCarte kinds={new Set(page.structures.map(({ kind }) => kind))} />}
      />
    </>
  )
}

function filtersTitle(filtres: FiltresStructures): string {
  const count = Object.keys(filtres).length
  return count === 0 ? 'Filtrer' : `Filtrer (${plural(count, 'filtre actif', 'filtres actifs')})`
}
