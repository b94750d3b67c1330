import { lowerFirst } from '@/domain/commun/format'
import type { LigneOrientation } from '../queries'
import { MarqueDelai } from './marque-delai'
import type { SensListe } from '@/domain/orientations/liste'
import { motsBesoins, phraseEcheance, phraseProfil } from '@/domain/orientations/phrases'
import { libellesStatutOrientation, tonsStatutOrientation } from '@/domain/orientations/statuts'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import { Timer } from '@/ui/timer'

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
                <TextLink href={`/orientations/${ligne.id}`}>
                  {[
                    phraseProfil(ligne),
                    ...[phraseEcheance(ligne), ...motsBesoins(ligne)].map(lowerFirst),
                  ].join(', ')}
                </TextLink>
                <span className="block text-sm text-soft">{between(ligne, sens)}</span>
              </span>
              <span className="flex flex-wrap items-center gap-3">
                <MarqueDelai ligne={ligne} />
                <Timer instant={ligne.souhaitLe.toISOString()} direction="since" />
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

function between({ prescripteur, receveur, personne }: LigneOrientation, sens: SensListe): string {
  const to = receveur === null ? 'toute place qui convient' : `${receveur.structure.nom}, ${receveur.nom}`
  const who = personne === null ? '' : `${personne.code} · `
  return sens === 'recues' ? `${who}de ${prescripteur.nom} vers ${to}` : `${who}vers ${to}`
}
