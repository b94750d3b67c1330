import { formatDayMonth } from '@/domain/commun/format'
import { libellesDefaut, libellesFonction, libellesPoste } from '@/domain/parcours/astreintes'
import { Card } from '@/ui/card'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'
import type { NuitAstreinte, Resident, TourAstreinte } from '../queries'
import { PutCadre, PutResident, Remove } from './tour-actions'

/** Two weeks of nights, from noon to noon: a resident by her code, a function by its phone, gaps and doubles in sight. */
export function TourAstreinteCard({ tour: { structure, residents, nuits } }: { tour: TourAstreinte }) {
  const [first] = nuits
  return (
    <Card
      title={structure.nom}
      note="Chaque nuit va de midi à midi"
      actions={first !== undefined && <PutCadre structure={structure} nuit={first.nuit} />}
    >
      <DataTable
        caption={`Astreintes : ${structure.nom}`}
        isCaptionHidden
        columns={columnsFor(structure.id, residents)}
        rows={nuits}
        keyOf={({ nuit }) => nuit}
      />
    </Card>
  )
}

function columnsFor(
  structureId: string,
  residents: readonly Resident[],
): [Column<NuitAstreinte>, ...Column<NuitAstreinte>[]] {
  return [
    {
      key: 'nuit',
      header: 'Nuit du',
      renderCell: ({ nuit }) => <span className="whitespace-nowrap">{formatDayMonth(nuit)}</span>,
    },
    {
      key: 'resident',
      header: libellesPoste.RESIDENT,
      renderCell: ({ nuit, resident }) =>
        resident === null ? (
          <PutResident structureId={structureId} nuit={nuit} residents={residents} />
        ) : (
          <span className="flex flex-wrap items-center gap-2 *:my-0!">
            {resident.nom}{' '}
            <Remove id={resident.id} quoi={`${resident.nom}, nuit du ${formatDayMonth(nuit)}`} />
          </span>
        ),
    },
    {
      key: 'cadre',
      header: libellesPoste.CADRE,
      renderCell: ({ nuit, cadre }) =>
        cadre === null ? (
          <span className="text-soft">—</span>
        ) : (
          <span className="flex flex-wrap items-center gap-2 *:my-0!">
            {libellesFonction[cadre.fonction]}, {cadre.telephone}{' '}
            <Remove id={cadre.id} quoi={`cadre, nuit du ${formatDayMonth(nuit)}`} />
          </span>
        ),
    },
    {
      key: 'defauts',
      header: 'À voir',
      renderCell: ({ defauts }) => (
        <span className="flex flex-wrap gap-1.5">
          {defauts.map((defaut) => (
            <StatusBadge key={defaut} tone="warning">
              {libellesDefaut[defaut]}
            </StatusBadge>
          ))}
        </span>
      ),
    },
  ]
}
