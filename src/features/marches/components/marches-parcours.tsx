import { toParis } from '@/domain/commun/civil-date'
import { formatDayMonth, formatNumber, plural } from '@/domain/commun/format'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'
import type { MarcheVue, ParcoursVu } from '../queries'
import { Escalier } from './escalier'

/** One pathway: the steps drawn, then their figures. A model of elsewhere has its capacities and its limits, nothing else. */
export function MarchesParcours({ parcours }: { parcours: ParcoursVu }) {
  const { nom, modele, source, marches, goulot, depuis } = parcours
  return (
    <section aria-labelledby={`parcours-${parcours.code}`} className="flex flex-col gap-3">
      <div>
        <h2 id={`parcours-${parcours.code}`} className="text-lg font-bold">
          {nom}
        </h2>
        <p className="text-sm text-soft">
          {modele ? 'Modèle, pour comparer. ' : ''}Source : {source}.
        </p>
      </div>
      <Escalier marches={marches} goulot={goulot} />
      {!modele && (
        <>
          <DataTable
            caption={`Les marches : ${nom}`}
            isCaptionHidden
            columns={columnsFor(goulot)}
            rows={marches}
            keyOf={({ ordre }) => String(ordre)}
          />
          <p className="text-sm text-soft">
            Demandes : celles qui attendent une réponse. Attente : du souhait à l’arrivée, une demande sur
            deux attend moins. Montées : les sorties vers une marche plus haute. Attentes, durées et sorties
            depuis le {formatDayMonth(toParis(depuis).date)}. « — » : rien, ou trop peu pour être écrit sans
            désigner quelqu’un.
          </p>
        </>
      )}
    </section>
  )
}

function columnsFor(goulot: number | null): [Column<MarcheVue>, ...Column<MarcheVue>[]] {
  return [
    {
      key: 'nom',
      header: 'Marche',
      renderCell: ({ nom, ordre }) => (
        <span className="flex flex-wrap items-center gap-2">
          {ordre}. {nom}
          {ordre === goulot && <StatusBadge tone="warning">On attend ici</StatusBadge>}
        </span>
      ),
    },
    figure('capacite', 'Capacité', ({ capacite }) => capacite),
    figure('occupees', 'Occupées', ({ occupees }) => occupees),
    figure('libres', 'Libres', ({ libres }) => libres),
    figure('fermees', 'Fermées', ({ fermees }) => fermees),
    figure('attente', 'Demandes', ({ enAttente, dispositifs }) => (dispositifs === 0 ? null : enAttente)),
    { key: 'delai', header: 'Attente', isNumeric: true, renderCell: ({ attente }) => days(attente) },
    { key: 'duree', header: 'Séjour médian', isNumeric: true, renderCell: ({ duree }) => days(duree) },
    figure('sorties', 'Sorties', ({ sorties, dispositifs }) => (dispositifs === 0 ? null : sorties)),
    figure('montees', 'Montées', ({ montees, dispositifs }) => (dispositifs === 0 ? null : montees)),
  ]
}

function figure(key: string, header: string, of: (marche: MarcheVue) => number | null): Column<MarcheVue> {
  return {
    key,
    header,
    isNumeric: true,
    renderCell: (marche) => {
      const value = of(marche)
      return value === null ? none : formatNumber(value)
    },
  }
}

const none = <span className="text-soft">—</span>

function days(value: number | null) {
  if (value === null) return none
  return value < 1 ? `${formatNumber(value * 24, 0)}\u00A0h` : plural(Math.round(value), 'jour', 'jours')
}
