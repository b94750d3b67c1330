import { formatShortDateTime } from '@/domain/commun/format'
import { fautesDe, isSecondLisible } from '@/domain/quarantaine/correction'
import { libellesIssueQuarantaine, libellesMotifEcart } from '@/domain/quarantaine/decision'
import { direMotif, lignesDe } from '@/domain/quarantaine/lignes'
import { formeDe } from '@/domain/quarantaine/forme'
import { kindSchema, libellesKind } from '@/domain/sync/operation'
import { Banner } from '@/ui/banner'
import { Card } from '@/ui/card'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'
import type { CasLu } from '../queries'
import { ChoiceForm } from './choice-form'
import { CorrectionForm } from './correction-form'
import { DiscardForm } from './discard-form'
import { KeepForms } from './keep-forms'
import { Versions } from './versions'

/** One case: what was received beside what counts, why it waits, and every way out of it. */
export function CasScreen({ cas }: { cas: CasLu }) {
  const { kind, motif, decision } = cas
  const known = kindSchema.safeParse(kind)
  return (
    <>
      <PageHeader
        back={{ href: '/maraudes/quarantaine', label: 'Quarantaine' }}
        title={known.success ? libellesKind[known.data] : 'Fait illisible'}
        lead={describe(cas)}
      />
      <div className="flex flex-col gap-5">
        {decision === null ? (
          <Banner
            tone="warning"
            title={motif === null ? whyOf(cas) : direMotif(motif)}
            kept="Rien n’est perdu, rien n’est compté."
          />
        ) : (
          <Decided decision={decision} />
        )}
        <Versions {...versionsOf(cas)} />
        {cas.maraudeId !== null && (
          <p>
            <TextLink href={`/maraudes/${cas.maraudeId}`}>Ouvrir la maraude</TextLink>
          </p>
        )}
        {decision === null && <Decisions cas={cas} />}
      </div>
    </>
  )
}

function Decided({ decision }: { decision: NonNullable<CasLu['decision']> }) {
  const why = [
    ...(decision.motif === null ? [] : [libellesMotifEcart[decision.motif]]),
    ...(decision.precision === null ? [] : [decision.precision]),
  ]
  return (
    <Banner
      tone="success"
      title={libellesIssueQuarantaine[decision.issue]}
      kept={`${decision.par}, ${formatShortDateTime(decision.le)}.`}
      nextStep={why.length === 0 ? undefined : why.join(' : ')}
    />
  )
}

function Decisions({ cas }: { cas: CasLu }) {
  const { nature, id, acteId, kind, recu, maraudeId } = cas
  const isReadable = formeDe(kind) !== null
  return (
    <>
      {nature === 'acte' && isReadable && (
        <>
          <KeepForms id={id} maraudeId={maraudeId} isClosing={kind === 'maraude.clore'} />
          <Card title="Corriger" note="Ce qui a été reçu reste gardé à côté de la correction.">
            <CorrectionForm id={id} kind={kind} recu={recu} fautes={fautesDe(kind, id, recu)} />
          </Card>
        </>
      )}
      {nature !== 'acte' && isSecondLisible(kind, acteId, recu) && (
        <ChoiceForm nature={nature} id={id} kind={kind} />
      )}
      <Card
        title={nature === 'acte' ? 'Écarter' : 'Garder le premier seul'}
        note="Ne compte dans aucun chiffre. Le texte reçu reste dans la base, avec la raison."
      >
        <DiscardForm nature={nature} id={id} />
      </Card>
    </>
  )
}

function versionsOf({ nature, kind, recu, compte, decision }: CasLu) {
  const received = { titre: nature === 'acte' ? 'Reçu' : 'Arrivé en second', lignes: lignesDe(kind, recu) }
  const other = decision === null ? compte : (decision.retenu ?? compte)
  if (other === null) return { versions: [received] }
  const titre =
    decision === null ? (nature === 'acte' ? 'Compté aujourd’hui' : 'Compté, arrivé en premier') : 'Appliqué'
  return { versions: [{ titre, lignes: lignesDe(kind, other) }, received] }
}

function whyOf({ nature }: CasLu): string {
  if (nature === 'conflit') return 'Le même fait est arrivé avec deux textes : les deux sont gardés'
  if (nature === 'correction') return 'Deux corrections du même arrêt : la première faite compte en attendant'
  return 'Attend un fait qui n’est pas arrivé'
}

function describe({ auteur, appareil, creeLe, recueLe, decalage }: CasLu): string {
  const off = Math.abs(decalage) > 120 ? ' (l’horloge de la tablette était fausse)' : ''
  return [
    `Noté par ${auteur ?? 'un compte inconnu'}, ${formatShortDateTime(creeLe)}${off}`,
    ...(appareil === null ? [] : [appareil]),
    `reçu ${formatShortDateTime(recueLe)}`,
  ].join(' · ')
}
