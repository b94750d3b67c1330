import { formatShortDate } from '@/domain/commun/format'
import { questionOf } from '@/domain/rapports/demande'
import { writeCase } from '@/domain/rapports/chiffre'
import { writeCurseurLigne } from '@/domain/rapports/lignes'
import { Banner } from '@/ui/banner'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'
import type { CaseDemandee, LignesLues } from '../queries'
import { lignesQuery } from './lignes-query'
import { LignesTable } from './lignes-table'

type LignesScreenProps = { asked: CaseDemandee; lues: LignesLues; isFirst: boolean }

/** The rows behind one figure: what it counts, night by night. */
export function LignesScreen({ asked, lues, isFirst }: LignesScreenProps) {
  const { demande } = asked
  const { ligne, colonne, cellule, decimales, lignes, suite } = lues
  const { periode, indicateurs } = demande
  const query = lignesQuery(asked)
  return (
    <>
      <PageHeader
        title={`${colonne.libelle} · ${ligne.libelle}`}
        lead={
          <>
            <span className="block">
              {indicateurs[0]?.nom}, {periode.libelle} : <strong>{writeCase({ cellule, decimales })}</strong>
            </span>
            <span className="block text-sm">
              Nuits du {formatShortDate(periode.du)} au {formatShortDate(periode.au)}, de midi à midi. Les
              lignes de votre organisation, sans personne ni code.
            </span>
          </>
        }
        back={{ href: `/rapports?${questionOf(demande).toString()}`, label: 'Le rapport' }}
      />
      <div className="flex flex-col gap-4">
        <Notices lues={lues} />
        {cellule === 'SECRET' ? (
          <EmptyState title="Secret statistique">
            Ce chiffre compte trop peu de personnes, ou permettrait d’en retrouver un : ses lignes ne sont pas
            montrées d’ici.
          </EmptyState>
        ) : lignes.length === 0 ? (
          <EmptyState title="Aucune ligne">
            {isFirst ? 'Rien n’a été compté ici sur cette période.' : 'Il n’y a pas d’autre ligne.'}
          </EmptyState>
        ) : (
          <LignesTable lues={lues} />
        )}
      </div>
      <Pagination
        label="Lignes"
        previous={isFirst ? undefined : { pathname: '/rapports/lignes', query }}
        next={
          suite === null
            ? undefined
            : { pathname: '/rapports/lignes', query: { ...query, apres: writeCurseurLigne(suite) } }
        }
      />
    </>
  )
}

/** Why the rows do not make the whole figure, when they do not. */
function Notices({ lues: { cachees, partielles, derriere } }: { lues: LignesLues }) {
  return (
    <>
      {cachees && (
        <Banner
          tone="info"
          title="Des lignes manquent"
          nextStep="Celles des cases que le secret statistique cache ne sont pas listées : elles ne font pas ce chiffre à elles seules."
        />
      )}
      {partielles && (
        <Banner
          tone="info"
          title="Vous ne voyez que les lignes de vos structures"
          nextStep="Le chiffre compte celles de toute votre organisation."
        />
      )}
      {!derriere.additionne && (
        <p className="text-sm text-soft">
          Ce chiffre est calculé à partir de ces lignes : elles ne s’additionnent pas pour le faire.
        </p>
      )}
    </>
  )
}
