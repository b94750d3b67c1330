import type { LigneOrientation } from '../queries'
import { libellesGenre, libellesTrancheAge } from '@/domain/commun/profil'
import type { SensListe } from '@/domain/orientations/liste'
import { libellesStatutOrientation, tonsStatutOrientation } from '@/domain/orientations/statuts'
import { AgeOf } from '@/ui/age-of'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'

type DemandesDuJourProps = {
  sens: SensListe
  titre: string
  lignes: readonly LigneOrientation[]
  /** all that wait, when there are more than the lines shown */
  total: number
  vide: string
}

/** Requests that wait for somebody, the oldest wish first: each opens its own sheet. */
export function DemandesDuJour({ sens, titre, lignes, total, vide }: DemandesDuJourProps) {
  return (
    <Card
      title={titre}
      actions={
        <LinkButton variant="quiet" href={`/orientations?sens=${sens}`}>
          {total > lignes.length ? `Voir les ${total}` : 'Toutes les orientations'}
        </LinkButton>
      }
    >
      {lignes.length === 0 ? (
        <p className="text-soft">{vide}</p>
      ) : (
        <ul className="divide-y divide-line">
          {lignes.map((ligne) => (
            <li key={ligne.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
              <span className="min-w-0">
                <TextLink href={`/orientations/${ligne.id}`}>{describe(ligne)}</TextLink>
                <span className="block text-sm text-soft">{between(ligne, sens)}</span>
              </span>
              <span className="flex flex-wrap items-center gap-3">
                <AgeOf since={ligne.souhaitLe.toISOString()} prefix="souhait exprimé" />
                <StatusBadge tone={tonsStatutOrientation[ligne.statut]}>
                  {libellesStatutOrientation[ligne.statut]}
                </StatusBadge>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function describe({ genre, trancheAge, couple, animaux, mobilite }: LigneOrientation): string {
  return [
    couple ? 'Un couple' : libellesGenre[genre],
    libellesTrancheAge[trancheAge],
    animaux ? 'avec un animal' : '',
    mobilite ? 'de plain-pied' : '',
  ]
    .filter((word) => word !== '')
    .join(', ')
}

function between({ prescripteur, receveur, personne }: LigneOrientation, sens: SensListe): string {
  const to = receveur === null ? 'toute place qui convient' : `${receveur.structure.nom}, ${receveur.nom}`
  const who = personne === null ? '' : `${personne.code} · `
  return sens === 'recues' ? `${who}de ${prescripteur.nom} vers ${to}` : `${who}vers ${to}`
}
