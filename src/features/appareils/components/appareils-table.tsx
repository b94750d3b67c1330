import {
  DECALAGE_TOLERE_S,
  direRecus,
  direTrous,
  etatAppareil,
  type EtatAppareil,
  libellesEtat,
  manquants,
  trousPerdus,
} from '@/domain/appareils/etat'
import { libellesRevocation } from '@/domain/appareils/revocation'
import { formatAge, formatShortDate, formatShortDateTime, plural } from '@/domain/commun/format'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import type { AppareilListe } from '../queries'
import { RevokeTablet } from './revoke-tablet'

const tones: Record<EtatAppareil, Tone> = {
  RETIREE: 'neutral',
  EXPIREE: 'warning',
  MANQUE: 'danger',
  RETARD: 'danger',
  EN_ATTENTE: 'info',
  NON_ENROLEE: 'warning',
  A_JOUR: 'success',
}

type Ligne = AppareilListe & { now: Date }

const columns: readonly [Column<Ligne>, ...Column<Ligne>[]] = [
  { key: 'nom', header: 'Tablette', renderCell: renderName },
  {
    key: 'etat',
    header: 'État',
    renderCell: (ligne) => {
      const etat = etatAppareil(ligne, ligne.now)
      return <StatusBadge tone={tones[etat]}>{libellesEtat[etat]}</StatusBadge>
    },
  },
  { key: 'recus', header: 'Reçus', renderCell: renderReceived },
  { key: 'garde', header: 'Sur la tablette', renderCell: renderHeld },
  {
    key: 'contact',
    header: 'Dernier contact',
    renderCell: ({ dernierContactLe, now }) => (
      <time dateTime={dernierContactLe.toISOString()} title={formatShortDateTime(dernierContactLe)}>
        il y a {formatAge((now.getTime() - dernierContactLe.getTime()) / 1000)}
      </time>
    ),
  },
  { key: 'horloge', header: 'Horloge', renderCell: renderClock },
  {
    key: 'retirer',
    header: <span className="sr-only">Action</span>,
    isScreenOnly: true,
    renderCell: (ligne) => ligne.revoqueLe === null && <RevokeTablet appareil={ligne} />,
  },
]

/** Every tablet of the organisation: what it made, what came, what it still holds and since when. */
export function AppareilsTable({ appareils, now }: { appareils: readonly AppareilListe[]; now: Date }) {
  return (
    <DataTable
      caption="Tablettes de l’organisation"
      isCaptionHidden
      columns={columns}
      rows={appareils.map((appareil) => ({ ...appareil, now }))}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title="Aucune tablette">
          Enrôlez la première : un code valable quinze minutes, à taper ou à photographier sur la tablette.
        </EmptyState>
      }
    />
  )
}

function renderName({ libelle, id, enroleLe, revoqueLe, revocation, effacementLe }: Ligne) {
  return (
    <div className="min-w-48">
      {libelle ?? 'Sans nom'}
      <span className="block text-sm font-normal text-soft">
        {revoqueLe !== null && revocation !== null
          ? `${libellesRevocation[revocation]}, ${formatShortDateTime(revoqueLe)} · ${effacementLe === null ? 'pas encore effacée' : 'ordre d’effacement reçu'}`
          : `${enroleLe === null ? 'sous la session de qui s’en sert' : `enrôlée le ${formatShortDate(enroleLe.toISOString().slice(0, 10))}`} · …${id.slice(-4)}`}
      </span>
    </div>
  )
}

function renderReceived(ligne: Ligne) {
  const lost = manquants(ligne)
  return (
    <>
      <span className="whitespace-nowrap">{direRecus(ligne)}</span>
      {lost > 0 && (
        <span className="block text-sm font-semibold text-danger">
          {plural(lost, 'fait introuvable', 'faits introuvables')}, numéros{' '}
          {direTrous(trousPerdus(ligne.trous, ligne.enAttente))}
        </span>
      )}
    </>
  )
}

function renderHeld({ enAttente, plusAncienLe, now }: Ligne) {
  if (enAttente === 0) return 'rien'
  return (
    <>
      {plural(enAttente, 'fait', 'faits')}
      {plusAncienLe !== null && (
        <span className="block text-sm text-soft">
          depuis {formatAge((now.getTime() - plusAncienLe.getTime()) / 1000)}
        </span>
      )}
    </>
  )
}

function renderClock({ decalage }: Ligne) {
  if (Math.abs(decalage) <= DECALAGE_TOLERE_S) return <span className="whitespace-nowrap">à l’heure</span>
  return `${decalage > 0 ? 'avance' : 'retarde'} de ${formatAge(Math.abs(decalage))}`
}
