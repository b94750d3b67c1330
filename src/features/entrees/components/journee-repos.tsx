import { formatNumber, formatTime, plural } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { FigureTile } from '@/ui/figure-tile'
import type { JourneeRepos, PassageVisible } from '../queries'
import { PorteRepos, StrikePassage } from './porte-repos'

type JourneeReposProps = { dispositifId: string; journee: JourneeRepos }

/** The day of a rest space as its own team drives it: who is inside, the door, who found no room and when, line by line. */
export function JourneeReposScreen({ dispositifId, journee }: JourneeReposProps) {
  return (
    <div className="flex flex-col gap-6">
      <Figures journee={journee} />
      <PorteRepos dispositifId={dispositifId} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
        <Refusals journee={journee} />
        <DataTable
          caption="Passages du jour"
          columns={columns}
          rows={journee.passages}
          keyOf={({ id }) => id}
          empty={
            <EmptyState title="Aucun passage noté aujourd’hui">
              Une entrée, une sortie ou un refus se note ci-dessus ; la journée va de 6 h à 6 h.
            </EmptyState>
          }
        />
      </div>
    </div>
  )
}

function Figures({ journee }: Pick<JourneeReposProps, 'journee'>) {
  const { presents, capacite, entrees, parJour, pointe, pointeLe, rotation, refus, refusFemmes } = journee
  return (
    <div className="grid grid-cols-2 gap-3 bureau:grid-cols-4">
      <FigureTile
        label="Présentes maintenant"
        value={presents}
        note={capacite === null ? 'capacité non écrite' : `sur ${capacite}`}
      />
      <FigureTile
        label="Le plus rempli"
        value={pointe}
        note={pointeLe === null || pointe === 0 ? 'rien encore' : `à ${formatTime(pointeLe)}`}
      />
      <FigureTile
        label="Entrées"
        value={entrees}
        note={
          parJour === null
            ? rotation === null
              ? undefined
              : `${formatNumber(Math.round(rotation * 10) / 10)} par siège`
            : `sur ${parJour} par jour`
        }
      />
      <FigureTile
        label="Refus faute de place"
        value={refus}
        note={refus === 0 ? 'aucun' : `dont ${plural(refusFemmes, 'femme', 'femmes')}`}
      />
    </div>
  )
}

function Refusals({ journee: { refusParHeure } }: Pick<JourneeReposProps, 'journee'>) {
  return (
    <Card title={<span id="refus">Refus par heure</span>}>
      {refusParHeure.length === 0 ? (
        <p className="text-soft">Personne n’a été refusé aujourd’hui faute de place.</p>
      ) : (
        <ul className="divide-y divide-line">
          {refusParHeure.map(({ heure, personnes, femmes }) => (
            <li key={heure} className="flex flex-wrap justify-between gap-x-4 py-1.5">
              <span>
                de {heure} h à {heure + 1} h
              </span>
              <span className="tabular-nums">
                {plural(personnes, 'personne', 'personnes')}
                {femmes > 0 && <span className="text-soft">, dont {plural(femmes, 'femme', 'femmes')}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const mots: Record<PassageVisible['kind'], string> = { ENTREE: 'Entrée', SORTIE: 'Sortie', REFUS: 'Refus' }

function who({ personnes, femmes }: PassageVisible): string {
  const women = femmes > 0 ? `, dont ${plural(femmes, 'femme', 'femmes')}` : ''
  return `${plural(personnes, 'personne', 'personnes')}${women}`
}

const columns: [Column<PassageVisible>, ...Column<PassageVisible>[]] = [
  {
    key: 'heure',
    header: 'Heure',
    renderCell: ({ le }) => <span className="tabular-nums">{formatTime(le)}</span>,
  },
  { key: 'passage', header: 'Passage', renderCell: ({ kind }) => mots[kind] },
  { key: 'qui', header: 'Combien', renderCell: who },
  {
    key: 'barrer',
    header: <span className="sr-only">Barrer</span>,
    isScreenOnly: true,
    renderCell: ({ id }) => <StrikePassage id={id} />,
  },
]
