import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatDatedTime, formatShortDateTime } from '@/domain/commun/format'
import { libelleMotif } from '@/domain/orientations/motifs'
import { motsBesoins, phraseEcheance, phraseProfil } from '@/domain/orientations/phrases'
import { libellesStatutOrientation, tonsStatutOrientation } from '@/domain/orientations/statuts'
import type { SensListe } from '@/domain/orientations/liste'
import { type Column, DataTable } from '@/ui/data-table'
import { StatusBadge } from '@/ui/status-badge'
import { Tag } from '@/ui/tag'
import { Timer } from '@/ui/timer'
import type { LigneOrientation } from '../queries'
import { MarqueDelai } from './marque-delai'

type ListeProps = { lignes: readonly LigneOrientation[]; sens: SensListe; empty: ReactNode }

/** Requests, one a line: for whom, with whom, since when. */
export function ListeOrientations({ lignes, sens, empty }: ListeProps) {
  return (
    <DataTable
      caption={sens === 'recues' ? 'Demandes reçues' : 'Demandes envoyées'}
      isCaptionHidden
      columns={[demande, sens === 'recues' ? from : to, state, clock]}
      rows={lignes}
      keyOf={({ id }) => id}
      empty={empty}
    />
  )
}

const demande: Column<LigneOrientation> = {
  key: 'demande',
  header: 'Demande',
  renderCell: (ligne) => (
    <span className="flex flex-col gap-1 py-1">
      <Link href={`/orientations/${ligne.id}`} className="font-semibold">
        {phraseProfil(ligne)}
      </Link>
      <span className="flex flex-wrap gap-1.5 font-normal">
        {ligne.personne !== null && <Tag>{ligne.personne.code}</Tag>}
        <Tag>{phraseEcheance(ligne)}</Tag>
        {motsBesoins(ligne).map((mot) => (
          <Tag key={mot}>{mot}</Tag>
        ))}
      </span>
    </span>
  ),
}

const from: Column<LigneOrientation> = {
  key: 'de',
  header: 'De → vers',
  renderCell: ({ prescripteur, receveur }) => (
    <span className="flex flex-col">
      <span>
        {prescripteur.nom} <span className="text-soft">({prescripteur.departement})</span>
      </span>
      <span className="text-sm text-soft">
        → {receveur === null ? 'toute place qui convient' : receveur.nom}
      </span>
    </span>
  ),
}

const to: Column<LigneOrientation> = {
  key: 'vers',
  header: 'Demandé à',
  renderCell: ({ receveur }) =>
    receveur === null ? (
      <span className="text-soft">Toute place qui convient</span>
    ) : (
      <span className="flex flex-col">
        {receveur.structure.nom}
        <span className="text-sm text-soft">{receveur.nom}</span>
      </span>
    ),
}

const state: Column<LigneOrientation> = {
  key: 'etat',
  header: 'État',
  renderCell: ({ statut, motif }) => (
    <span className="flex flex-col items-start gap-0.5">
      <StatusBadge tone={tonsStatutOrientation[statut]}>{libellesStatutOrientation[statut]}</StatusBadge>
      {motif !== null && <span className="text-sm text-soft">{libelleMotif(motif)}</span>}
    </span>
  ),
}

const clock: Column<LigneOrientation> = {
  key: 'delai',
  header: 'Délai',
  renderCell: (ligne) => <Delay ligne={ligne} />,
}

function Delay({ ligne }: { ligne: LigneOrientation }) {
  const { statut, souhaitLe, occupations } = ligne
  const [occupation] = occupations
  if (statut === 'ACCEPTEE') {
    return occupation?.expireLe ? (
      <span className="flex flex-col">
        <span>{occupation.place.libelle} tenue,</span>
        <Timer instant={occupation.expireLe.toISOString()} direction="until" />
      </span>
    ) : (
      <span className="text-warning">Plus de place tenue</span>
    )
  }
  if (statut === 'ARRIVEE' && occupation !== undefined) {
    return (
      <span className="flex flex-col">
        <span>{occupation.place.libelle}</span>
        {occupation.fin !== null && (
          <span className="text-sm text-soft">jusqu’à {formatShortDateTime(occupation.fin)}</span>
        )}
      </span>
    )
  }
  const isWaiting = ['ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE'].includes(statut)
  if (isWaiting)
    return (
      <span className="flex flex-col items-start gap-1">
        <Timer instant={souhaitLe.toISOString()} direction="since" />
        <MarqueDelai ligne={ligne} />
      </span>
    )
  return <span className="text-soft">{formatDatedTime(souhaitLe)}</span>
}
