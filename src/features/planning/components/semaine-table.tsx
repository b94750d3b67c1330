import { formatAge, formatDayMonth, formatNumber, formatTime } from '@/domain/commun/format'
import { type Creneau, type LigneSecteur } from '@/domain/planning/tableau'
import { heureDe } from '@/domain/planning/tournee-prevue'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import type { Semaine } from '../queries'
import { ChangeTournee } from './change-tournee'

type SemaineTableProps = { semaine: Semaine; canWrite: boolean; now: Date }

/** The week by sector: who is planned where, what is short of its target, what is planned twice. */
export function SemaineTable({ semaine, canWrite, now }: SemaineTableProps) {
  const columns: [Column<LigneSecteur>, ...Column<LigneSecteur>[]] = [
    { key: 'secteur', header: 'Secteur', renderCell: (ligne) => <Secteur ligne={ligne} now={now} /> },
    {
      key: 'prevues',
      header: 'Prévues',
      isNumeric: true,
      renderCell: ({ prevues, objectif }) =>
        objectif === null ? hours(prevues) : `${hours(prevues)} sur ${hours(objectif)}`,
    },
    {
      key: 'manque',
      header: 'Manque',
      isNumeric: true,
      renderCell: ({ manque }) =>
        manque !== null && manque > 0 ? <StatusBadge tone="warning">{hours(manque)}</StatusBadge> : '—',
    },
    { key: 'faites', header: 'Faites', isNumeric: true, renderCell: ({ faites }) => hours(faites) },
    ...semaine.nuits.map((nuit, rang) => ({
      key: nuit,
      header: formatDayMonth(nuit),
      renderCell: ({ nuits }: LigneSecteur) => (
        <Night night={nuits[rang]} equipes={semaine.equipes} canWrite={canWrite} now={now} />
      ),
    })),
  ]
  return (
    <DataTable
      caption="Maraudes prévues, par secteur et par nuit"
      isCaptionHidden
      columns={columns}
      rows={semaine.lignes}
      keyOf={({ code }) => code}
      empty={
        <EmptyState title="Rien de prévu cette semaine">
          Ni maraude, ni objectif. Une nuit va de midi à midi.
        </EmptyState>
      }
    />
  )
}

function Secteur({ ligne: { nom, dernier }, now }: { ligne: LigneSecteur; now: Date }) {
  return (
    <>
      {nom}
      <span className="block text-sm font-normal whitespace-nowrap text-soft">
        {dernier === null
          ? 'jamais visité'
          : `visité il y a ${formatAge((now.getTime() - dernier.getTime()) / 1000)}`}
      </span>
    </>
  )
}

type NightProps = {
  night: LigneSecteur['nuits'][number] | undefined
  equipes: readonly string[]
  canWrite: boolean
  now: Date
}

function Night({ night, equipes, canWrite, now }: NightProps) {
  if (night === undefined || night.creneaux.length === 0) return null
  return (
    <ul className="flex min-w-36 flex-col gap-1">
      {night.creneaux.map((creneau, rang) => (
        <li key={creneau.id ?? `autre ${rang}`} className="flex flex-col items-start">
          <Slot creneau={creneau} equipes={equipes} canWrite={canWrite} />
          <Outcome creneau={creneau} now={now} />
        </li>
      ))}
      {night.isDouble && (
        <li>
          <StatusBadge tone="warning">en double</StatusBadge>
        </li>
      )}
    </ul>
  )
}

type SlotProps = { creneau: Creneau; equipes: readonly string[]; canWrite: boolean }

function Slot({ creneau, equipes, canWrite }: SlotProps) {
  const { id, version, equipe, mode, secteurCode, nuit, debut, fin } = creneau
  const libelle = `${formatTime(debut)}–${formatTime(fin)}, ${equipe ?? 'une autre équipe'}`
  if (!canWrite || id === null || version === null || equipe === null)
    return <span className={`text-sm ${equipe === null ? 'text-soft' : 'font-medium'}`}>{libelle}</span>
  const duree = (fin.getTime() - debut.getTime()) / 60_000
  const own = { id, version, equipe, secteurCode, nuit, heure: heureDe(debut), duree }
  return (
    <ChangeTournee
      tournee={{ ...own, ...(mode === null ? {} : { mode }) }}
      libelle={libelle}
      equipes={equipes}
    />
  )
}

/** What became of it, once its hour is past. */
function Outcome({ creneau: { id, maraudeId, fin }, now }: { creneau: Creneau; now: Date }) {
  if (id === null) return null
  if (maraudeId !== null) {
    return (
      <span className="text-sm">
        <TextLink href={`/maraudes/${maraudeId}`}>faite</TextLink>
      </span>
    )
  }
  return fin < now ? <span className="text-sm text-warning">pas reçue</span> : null
}

function hours(value: number): string {
  return `${formatNumber(value)}\u00A0h`
}
