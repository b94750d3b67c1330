import { formatDayMonth, formatNumber, formatTime, plural } from '@/domain/commun/format'
import { toParis } from '@/domain/commun/civil-date'
import { libellesBesoin, libellesCause } from '@/domain/maraudes/listes'
import { libellesRegleRecherche } from '@/domain/places/recherche'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import type { CompteCause, LigneRegistre, Registre } from '../queries'
import { RetirerBesoin } from './retirer-besoin'

type RegistreProps = { registre: Registre; now: Date; mayWithdraw: boolean }

/** The register of one organisation: why needs stay without answer, then each of them. */
export function RegistreDesBesoins({ registre: { causes, lignes, total }, now, mayWithdraw }: RegistreProps) {
  if (total === 0)
    return (
      <EmptyState title="Aucun besoin sans réponse sur cette période">
        Une recherche qui ne trouve rien peut en noter un, et chaque maraude y verse les siens.
      </EmptyState>
    )
  const withdraw: Column<LigneRegistre> = {
    key: 'retirer',
    header: <span className="sr-only">Retirer</span>,
    isScreenOnly: true,
    renderCell: ({ id, duBureau, le }) =>
      mayWithdraw && duBureau && now.getTime() - le.getTime() < DAY_MS && <RetirerBesoin id={id} />,
  }
  return (
    <div className="flex flex-col gap-6">
      <DataTable caption="Par cause" columns={causeColumns} rows={causes} keyOf={({ cause }) => cause} />
      <DataTable
        caption={
          total > lignes.length
            ? `Les ${formatNumber(lignes.length)} derniers sur ${formatNumber(total)}`
            : 'Un par un'
        }
        columns={[...lineColumns, withdraw]}
        rows={lignes}
        keyOf={({ id }) => id}
      />
    </div>
  )
}

const DAY_MS = 86_400_000

const causeColumns: [Column<CompteCause>, ...Column<CompteCause>[]] = [
  { key: 'cause', header: 'Cause', renderCell: ({ cause }) => libellesCause[cause] },
  { key: 'besoins', header: 'Besoins', isNumeric: true, renderCell: ({ besoins }) => formatNumber(besoins) },
  {
    key: 'personnes',
    header: 'Personnes',
    isNumeric: true,
    renderCell: ({ personnes }) => formatNumber(personnes),
  },
  { key: 'paris', header: 'Paris', isNumeric: true, renderCell: ({ paris }) => formatNumber(paris) },
  {
    key: 'seine',
    header: 'Seine-Saint-Denis',
    isNumeric: true,
    renderCell: ({ seine }) => formatNumber(seine),
  },
  {
    key: 'femmes',
    header: 'Lieu pour femmes souhaité',
    isNumeric: true,
    renderCell: ({ femmes }) => formatNumber(femmes),
  },
]

const lineColumns: [Column<LigneRegistre>, ...Column<LigneRegistre>[]] = [
  {
    key: 'besoin',
    header: 'Besoin',
    renderCell: ({ kind, personnes, femmesSeulement }) => (
      <span className="flex flex-col">
        {libellesBesoin[kind]}
        <span className="text-sm font-normal text-soft">
          {plural(personnes, 'personne', 'personnes')}
          {femmesSeulement && ', lieu pour femmes souhaité'}
        </span>
      </span>
    ),
  },
  {
    key: 'cause',
    header: 'Cause',
    renderCell: ({ cause, regle }) => (
      <span className="flex flex-col">
        {libellesCause[cause]}
        {regle !== null && <span className="text-sm text-soft">{libellesRegleRecherche[regle]}</span>}
      </span>
    ),
  },
  { key: 'ou', header: 'Où', renderCell: ({ departement }) => departement },
  {
    key: 'le',
    header: 'Vers',
    renderCell: ({ le }) => `${formatDayMonth(toParis(le).date)}, ${formatTime(le)}`,
  },
  { key: 'source', header: 'Noté', renderCell: ({ duBureau }) => (duBureau ? 'au bureau' : 'en maraude') },
]
