import { type FiltresStructures, questionOf } from '@/domain/structures/filtres'
import { plural } from '@/domain/commun/format'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'
import type { PageStructures } from '../queries'
import { FiltresStructuresBar } from './filtres-structures'
import { LigneStructure } from './ligne-structure'

type AnnuaireProps = {
  page: PageStructures
  filtres: FiltresStructures
  ignores: readonly string[]
  suiteDe?: string | undefined
}

/** The directory of both departments. */
export function Annuaire({ page, filtres, ignores, suiteDe }: AnnuaireProps) {
  const { structures, suite, total } = page
  return (
    <>
      <PageHeader
        title="Structures"
        lead={totalEnTexte(total)}
        actions={<LinkButton href={`/carte?${questionOf(filtres)}`}>Voir sur la carte</LinkButton>}
      />
      <FiltresStructuresBar action="/structures" filtres={filtres} ignores={ignores} />
      {structures.length === 0 ? (
        <EmptyState title="Aucune structure ne répond à ces filtres">
          Retirez un filtre, ou cherchez un mot plus court : le nom, l’opérateur et la commune sont regardés,
          sans tenir compte des accents.
        </EmptyState>
      ) : (
        <ol className="rounded-card border border-line bg-surface shadow-card print:border-0">
          {structures.map((structure) => (
            <LigneStructure key={structure.slug} structure={structure} />
          ))}
        </ol>
      )}
      <Pagination
        label="Structures"
        previous={suiteDe === undefined ? undefined : { pathname: '/structures', query: filtres }}
        next={suite === null ? undefined : { pathname: '/structures', query: { ...filtres, apres: suite } }}
      />
    </>
  )
}

/** « 25 structures : 21 à Paris, 4 en Seine-Saint-Denis » */
export function totalEnTexte(total: PageStructures['total']): string {
  const all = plural(total['75'] + total['93'], 'structure', 'structures')
  return `${all} : ${total['75']} à Paris, ${total['93']} en Seine-Saint-Denis`
}
