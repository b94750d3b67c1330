import { formatNumber, formatShortDate } from '@/domain/commun/format'
import type { FicheDispositif } from '@/domain/structures/fiche'
import { libellesDispositif, libellesMode } from '@/domain/structures/libelles'
import { AgeOf } from '@/ui/age-of'
import { Card } from '@/ui/card'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { Tag } from '@/ui/tag'
import { AVerifier, BadgeStatut } from './etats-structure'
import { periodeEnTexte } from './periode'

type FicheDispositifsProps = { dispositifs: readonly FicheDispositif[]; aVerifier: boolean }

/** What the site offers, each device with its own places, hours and rules. */
export function FicheDispositifs({ dispositifs, aVerifier }: FicheDispositifsProps) {
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-lg font-bold">Dispositifs</h2>
        {aVerifier && (
          <span className="text-sm text-soft">
            capacité <AVerifier />
          </span>
        )}
      </div>
      {dispositifs.length === 0 && <EmptyState title="Cette structure ne tient pas de dispositif" />}
      {dispositifs.map((dispositif) => (
        <CarteDispositif key={dispositif.id} dispositif={dispositif} />
      ))}
    </section>
  )
}

function CarteDispositif({ dispositif }: { dispositif: FicheDispositif }) {
  const { nom, kind, statut, places, regle, semaine, capacites, finFinancement } = dispositif
  return (
    <Card
      title={nom}
      actions={
        <>
          <Tag>{libellesDispositif[kind]}</Tag>
          {statut !== 'OUVERTE' && <BadgeStatut statut={statut} />}
        </>
      }
    >
      {places !== null && (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span>
            <strong className="text-xl">{places.libres}</strong> {places.libres < 2 ? 'libre' : 'libres'} sur{' '}
            {places.total}
          </span>
          {places.changeLe !== null && <AgeOf since={places.changeLe} prefix="dernier mouvement" />}
        </p>
      )}
      <CapaciteActuelle capacites={capacites} />
      {regle.length > 0 && <p>Séjour : {regle.join(', ')}.</p>}
      {semaine !== '' && <p>{semaine}</p>}
      {finFinancement !== null && (
        <p className="text-warning">Financé jusqu’au {formatShortDate(finFinancement)}</p>
      )}
      <PlusSurLaCapacite nom={nom} capacites={capacites} />
    </Card>
  )
}

function CapaciteActuelle({ capacites }: Pick<FicheDispositif, 'capacites'>) {
  const current = capacites.filter(({ enVigueur }) => enVigueur)
  return current.map(({ mode, places, du }) => (
    <p key={mode}>
      {formatNumber(places)} {libellesMode[mode]}
      <span className="text-soft"> {periodeEnTexte(du, null)}</span>
    </p>
  ))
}

/** One period: its source. Several: the history. */
function PlusSurLaCapacite({ nom, capacites }: Pick<FicheDispositif, 'nom' | 'capacites'>) {
  const [only] = capacites
  if (capacites.length > 1) return <HistoriqueCapacite nom={nom} capacites={capacites} />
  return only?.source == null ? null : <p className="text-sm text-soft">Source : {only.source}</p>
}

function HistoriqueCapacite({ nom, capacites }: Pick<FicheDispositif, 'nom' | 'capacites'>) {
  return (
    <Disclosure title={`Historique de la capacité (${capacites.length})`}>
      <table className="w-full text-left text-[0.9375rem]">
        <caption className="sr-only">Capacité de {nom}, du plus récent au plus ancien</caption>
        <thead>
          <tr className="text-sm text-soft">
            <th scope="col" className="py-1 pr-4 font-semibold">
              Période
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-semibold">
              Capacité
            </th>
            <th scope="col" className="py-1 font-semibold">
              Source
            </th>
          </tr>
        </thead>
        <tbody>
          {capacites.map(({ mode, places, du, au, source }) => (
            <tr key={`${mode}${du}`} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                {periodeEnTexte(du, au)}
              </th>
              <td className="py-1.5 pr-4 text-right whitespace-nowrap">
                {formatNumber(places)} <span className="text-sm text-soft">{libellesMode[mode]}</span>
              </td>
              <td className="py-1.5 text-sm text-soft">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}
