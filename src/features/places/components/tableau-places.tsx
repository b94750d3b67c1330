import { Hourglass, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatNumber, formatTime, plural } from '@/domain/commun/format'
import type { StatutPlace } from '@/domain/places/disponibilite'
import { libellesDispositif } from '@/domain/structures/libelles'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { AgeOf } from '@/ui/age-of'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Tag } from '@/ui/tag'
import type { LigneTableau } from '../queries'

type TableauProps = {
  titre: string
  lignes: readonly LigneTableau[]
  /** offers to ask for a place, on devices that take requests */
  mayAsk: boolean
  /** under the name of a device: what its counts do not say */
  renderNotes: (ligne: LigneTableau) => ReactNode
}

/** Tonight, device by device: figures of the rows themselves, with their age. */
export function TableauPlaces({ titre, lignes, mayAsk, renderNotes }: TableauProps) {
  const device: Column<LigneTableau> = {
    key: 'dispositif',
    header: 'Dispositif',
    renderCell: (ligne) => <Device ligne={ligne}>{renderNotes(ligne)}</Device>,
  }
  return (
    <div className="mb-6">
      <DataTable
        caption={titre}
        isStacked
        columns={mayAsk ? [device, ...columns, askColumn] : [device, ...columns]}
        rows={lignes}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title="Aucune place de ce genre">
            Aucun dispositif ne répond à ces filtres. « Tout voir » montre les autres.
          </EmptyState>
        }
      />
    </div>
  )
}

const columns: readonly Column<LigneTableau>[] = [
  { key: 'libres', header: 'Libres', isNumeric: true, renderCell: (ligne) => <Free ligne={ligne} /> },
  { key: 'reservees', header: 'Réservées', isNumeric: true, renderCell: (ligne) => <Held ligne={ligne} /> },
  { key: 'occupees', header: 'Occupées', isNumeric: true, renderCell: (ligne) => <Taken ligne={ligne} /> },
  {
    key: 'preparer',
    header: 'À préparer',
    isNumeric: true,
    renderCell: ({ slug, aPreparer }) => <Figure slug={slug} etat="A_PREPARER" value={aPreparer} />,
  },
  {
    key: 'fermees',
    header: 'Fermées',
    isNumeric: true,
    renderCell: ({ slug, fermees }) => <Figure slug={slug} etat="FERMEE" value={fermees} />,
  },
  { key: 'places', header: 'Places', isNumeric: true, renderCell: (ligne) => <Total ligne={ligne} /> },
]

const askColumn: Column<LigneTableau> = {
  key: 'demander',
  header: <span className="sr-only">Demander</span>,
  isScreenOnly: true,
  renderCell: ({ id, nom, oriente }) =>
    oriente && (
      <Link
        href={{ pathname: '/orientations/nouvelle', query: { dispositif: id } }}
        aria-label={`Demander une place : ${nom}`}
        className="font-medium whitespace-nowrap"
      >
        Demander
      </Link>
    ),
}

type DeviceProps = { ligne: LigneTableau; children: ReactNode }

function Device({ ligne: { nom, slug, structure, kind, departement, changeLe }, children }: DeviceProps) {
  return (
    <span className="flex min-w-48 flex-col gap-0.5 py-1">
      <Link href={`/places/${slug}`} className="font-semibold">
        {nameDispositif(structure, nom)}
      </Link>
      <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1 font-normal">
        <Tag>{libellesDispositif[kind]}</Tag>
        <Tag>{departement}</Tag>
        {changeLe && <AgeOf prefix="dernier changement" since={changeLe.toISOString()} />}
      </span>
      {children}
    </span>
  )
}

function Free({ ligne: { slug, libres, reserveesPlusTard } }: { ligne: LigneTableau }) {
  return (
    <span className="flex flex-col items-end cards:items-start">
      <span className={`text-xl font-bold ${libres === 0 ? 'font-normal text-soft' : 'text-success'}`}>
        <Count slug={slug} etat="LIBRE" value={libres} />
      </span>
      {reserveesPlusTard > 0 && (
        <span className="text-sm text-soft">
          dont {plural(reserveesPlusTard, 'réservée plus tard', 'réservées plus tard')}
        </span>
      )}
    </span>
  )
}

function Held({ ligne: { slug, reservees, premiereExpiration } }: { ligne: LigneTableau }) {
  return (
    <span className="flex flex-col items-end cards:items-start">
      <Figure slug={slug} etat="RESERVEE" value={reservees} />
      {premiereExpiration !== null && (
        <span className="inline-flex items-center gap-1 text-sm text-soft">
          <Hourglass aria-hidden className="size-3.5" />
          {formatTime(premiereExpiration)}
        </span>
      )}
    </span>
  )
}

function Taken({ ligne: { slug, occupees, depassees } }: { ligne: LigneTableau }) {
  return (
    <span className="flex flex-col items-end cards:items-start">
      <Figure slug={slug} etat="OCCUPEE" value={occupees} />
      {depassees > 0 && (
        <span className="inline-flex items-center gap-1 text-sm font-semibold text-warning">
          <TriangleAlert aria-hidden className="size-3.5" />
          {formatNumber(depassees)} à confirmer
        </span>
      )}
    </span>
  )
}

function Total({ ligne: { places, capacite } }: { ligne: LigneTableau }) {
  return (
    <span className="flex flex-col items-end cards:items-start">
      <span>{formatNumber(places)}</span>
      {capacite !== null && capacite !== places && (
        <span className="text-sm text-soft">{formatNumber(capacite)} autorisées</span>
      )}
    </span>
  )
}

type FigureProps = { slug: string; etat: StatutPlace; value: number }

function Figure(props: FigureProps) {
  return (
    <span className={props.value === 0 ? 'text-soft' : ''}>
      <Count {...props} />
    </span>
  )
}

/** A count opens the places it counts. */
function Count({ slug, etat, value }: FigureProps) {
  if (value === 0) return formatNumber(value)
  return (
    <Link href={{ pathname: `/places/${slug}`, query: { etat } }} className="text-inherit">
      {formatNumber(value)}
    </Link>
  )
}
