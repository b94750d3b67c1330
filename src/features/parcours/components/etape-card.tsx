import type { ReactNode } from 'react'
import { formatDatedTime, lowerFirst, plural } from '@/domain/commun/format'
import { libelleSuite } from '@/domain/orientations/motifs'
import { libelleProlongation } from '@/domain/parcours/prolongations'
import { regleEnTexte } from '@/domain/structures/regles-sejour'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import { jourDe } from './jour'
import type { SejourDuParcours } from '../queries'

type EtapeCardProps = {
  sejour: SejourDuParcours
  /** what one may do about the stay */
  actions: ReactNode
}

/** The present step against its rule: minimum, end, next review, and who keeps the follow-up. */
export function EtapeCard({ sejour, actions }: EtapeCardProps) {
  const { place, depuis, etape, regle, orientation, prolongations } = sejour
  if (etape === null) return null
  const { dispositif } = place
  return (
    <Card
      title={`Aujourd’hui : ${lowerFirst(dispositif.nom)}`}
      note={`${dispositif.structure.nom} · ${place.libelle}`}
      actions={<Alertes etape={etape} />}
    >
      <DescriptionList
        items={[
          {
            term: 'Depuis',
            detail: `${formatDatedTime(depuis)} (${plural(etape.jours, 'jour', 'jours')})`,
          },
          { term: 'Règle', detail: regleEnTexte(regle).join(', ') },
          { term: 'Au moins jusqu’au', detail: minimum(etape) },
          { term: 'Fin prévue', detail: end(etape) },
          { term: 'Prochain point d’étape', detail: etape.revueLe === null ? null : jourDe(etape.revueLe) },
          {
            term: 'Suivi porté par',
            detail:
              orientation === null
                ? null
                : orientation.suiviFiniLe === null
                  ? orientation.responsable.nom
                  : `${orientation.responsable.nom}, jusqu’au ${jourDe(orientation.suiviFiniLe)}`,
          },
          {
            term: 'Dispositif',
            detail: <TextLink href={`/places/${dispositif.slug}`}>{dispositif.structure.nom}</TextLink>,
          },
        ].filter(({ detail }) => detail !== null)}
      />
      <Prolongations prolongations={prolongations} />
      <div className="flex flex-wrap items-center gap-2">{actions}</div>
    </Card>
  )
}

type Etape = NonNullable<SejourDuParcours['etape']>

function Alertes({ etape }: { etape: Etape }) {
  const { joursRestants, preavisOuvert, revueEnRetard } = etape
  return (
    <>
      {joursRestants !== null && joursRestants < 0 && (
        <StatusBadge tone="danger">Fin prévue passée</StatusBadge>
      )}
      {joursRestants !== null && joursRestants >= 0 && preavisOuvert && (
        <StatusBadge tone="warning">Fin à annoncer</StatusBadge>
      )}
      {revueEnRetard && <StatusBadge tone="warning">Point d’étape à faire</StatusBadge>}
    </>
  )
}

function minimum({ minimumLe, joursAvantMinimum }: Etape): string | null {
  if (minimumLe === null || joursAvantMinimum === null) return null
  if (joursAvantMinimum === 0) return `${jourDe(minimumLe)} (passé)`
  return `${jourDe(minimumLe)} (encore ${plural(joursAvantMinimum, 'jour', 'jours')})`
}

function end({ finLe, joursRestants }: Etape): string {
  if (finLe === null || joursRestants === null) return 'Pas de date de fin'
  const left =
    joursRestants < 0
      ? `dépassée de ${plural(-joursRestants, 'jour', 'jours')}`
      : `reste ${plural(joursRestants, 'jour', 'jours')}`
  return `${formatDatedTime(finLe)} (${left})`
}

/** What was asked, and the answer: given, or not and what was proposed instead. */
function Prolongations({ prolongations }: Pick<SejourDuParcours, 'prolongations'>) {
  if (prolongations.length === 0) return null
  return (
    <ul className="flex flex-col gap-1">
      {prolongations.map(({ id, jours, motif, statut, reponse, suite }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          {plural(jours, 'jour de plus', 'jours de plus')}
          <StatusBadge tone={tonsProlongation[statut]}>{libellesStatutProlongation[statut]}</StatusBadge>
          <span className="text-sm text-soft">
            {statut === 'REFUSEE' && reponse !== null
              ? libelleProlongation(reponse)
              : libelleProlongation(motif)}
            {statut === 'REFUSEE' && suite !== null && ` · proposé : ${lowerFirst(libelleSuite(suite))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const libellesStatutProlongation = {
  DEMANDEE: 'Prolongation demandée',
  ACCORDEE: 'Accordée',
  REFUSEE: 'Refusée',
  SANS_OBJET: 'Sans objet',
} as const
const tonsProlongation = {
  DEMANDEE: 'warning',
  ACCORDEE: 'success',
  REFUSEE: 'neutral',
  SANS_OBJET: 'neutral',
} as const
