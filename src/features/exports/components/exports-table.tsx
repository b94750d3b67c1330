import { Download } from 'lucide-react'
import { formatDateTime, formatNumber, formatShortDate, formatShortDateTime } from '@/domain/commun/format'
import { type EtatExport, libellesEtatExport, tellFaute } from '@/domain/exports/etats'
import { libellesFormat, libellesPerimetre } from '@/domain/exports/perimetres'
import { buttonClasses } from '@/ui/button-classes'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import type { ExportDemande } from '../queries'
import { ExportProgress } from './export-progress'

const tones: Record<EtatExport, Tone> = {
  DEMANDE: 'neutral',
  EN_COURS: 'info',
  PRET: 'success',
  ECHOUE: 'danger',
  EXPIRE: 'neutral',
}

const columns: readonly [Column<ExportDemande>, ...Column<ExportDemande>[]] = [
  {
    key: 'fichier',
    header: 'Fichier',
    renderCell: ({ perimetre, format, du, au }) => (
      <span className="flex min-w-44 flex-col">
        <span className="font-semibold">{libellesPerimetre[perimetre]}</span>
        <span className="text-sm font-normal text-soft">
          {libellesFormat[format]}
          {perimetre !== 'STRUCTURES' && `, du ${formatShortDate(du)} au ${formatShortDate(au)}`}
        </span>
      </span>
    ),
  },
  { key: 'demande', header: 'Demandé', renderCell: ({ demandeLe }) => formatShortDateTime(demandeLe) },
  {
    key: 'etat',
    header: 'État',
    renderCell: (file) => (
      <span className="flex flex-col items-start gap-1.5">
        <StatusBadge tone={tones[file.etat]}>{libellesEtatExport[file.etat]}</StatusBadge>
        {(file.etat === 'DEMANDE' || file.etat === 'EN_COURS') && <ExportProgress file={file} />}
        {file.etat === 'ECHOUE' && <span className="max-w-64 text-sm">{tellFaute(file.faute)}</span>}
      </span>
    ),
  },
  {
    key: 'lignes',
    header: 'Lignes',
    isNumeric: true,
    renderCell: ({ lignes }) => formatNumber(lignes),
  },
  { key: 'taille', header: 'Taille', isNumeric: true, renderCell: ({ octets }) => tellSize(octets) },
  { key: 'empreinte', header: 'Empreinte SHA-256', renderCell: (file) => <Hash file={file} /> },
  { key: 'prendre', header: 'Télécharger', isScreenOnly: true, renderCell: (file) => <Take file={file} /> },
]

/** The files asked for, latest first. */
export function ExportsTable({ exports }: { exports: readonly ExportDemande[] }) {
  return (
    <DataTable
      caption="Vos fichiers"
      columns={columns}
      rows={exports}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title="Aucun fichier demandé">
          Demandez-en un ci-dessus : il apparaît ici, avec son avancement.
        </EmptyState>
      }
    />
  )
}

/** To be compared with what `sha256sum` or a spreadsheet's own tool says of the file received. */
function Hash({ file: { empreinte } }: { file: ExportDemande }) {
  if (empreinte === null) return <span className="text-soft">—</span>
  return <code className="block w-44 text-xs break-all select-all">{empreinte}</code>
}

function Take({ file: { id, etat, expireLe, perimetre } }: { file: ExportDemande }) {
  if (etat !== 'PRET' || expireLe === null) return null
  return (
    <span className="flex flex-col items-start gap-1">
      <a
        href={`/api/exports/lignes/${id}`}
        download
        className={buttonClasses('secondary')}
        aria-label={`Télécharger : ${libellesPerimetre[perimetre]}`}
      >
        <Download aria-hidden />
        Télécharger
      </a>
      <span className="text-xs text-soft">jusqu’au {formatDateTime(expireLe)}</span>
    </span>
  )
}

function tellSize(octets: number): string {
  if (octets < 1000) return `${octets} o`
  return octets < 1_000_000 ? `${formatNumber(octets / 1000)} ko` : `${formatNumber(octets / 1_000_000)} Mo`
}
