import type { Metadata } from 'next'
import { fingerprintOfToken, holderOf } from '@/auth/answer-link'
import { toParis } from '@/domain/commun/civil-date'
import { formatShortDateTime } from '@/domain/commun/format'
import { motsBesoins, phraseEcheance, phraseProfil } from '@/domain/orientations/phrases'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { AnswerByLink } from '@/features/reponses/components/answer-by-link'
import { findLien, readDemandeParLien } from '@/features/reponses/queries'
import { now } from '@/lib/clock'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'
import { EmptyState } from '@/ui/empty-state'

export const metadata: Metadata = {
  title: 'Répondre à une demande de place',
  robots: { index: false },
  referrer: 'no-referrer',
}

export default async function ReponsePage({ params }: { params: Promise<{ jeton: string }> }) {
  const { jeton } = await params
  const instant = now()
  const empreinte = fingerprintOfToken(jeton)
  const lien = empreinte === null ? null : await findLien(empreinte, instant)
  const demande = lien && (await readDemandeParLien(holderOf(lien)))
  if (!demande) return <DeadLink />
  const needs = motsBesoins(demande)
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <h1 className="text-2xl font-bold">Répondre à une demande de place</h1>
      <Card title={nameDispositif(demande.structure, demande.dispositif)}>
        <DescriptionList
          items={[
            { term: 'Demandé par', detail: demande.prescripteur },
            { term: 'Pour', detail: phraseProfil(demande) },
            { term: 'Quand', detail: phraseEcheance(demande) },
            ...(needs.length === 0 ? [] : [{ term: 'Besoins', detail: needs.join(', ') }]),
            { term: 'Souhait exprimé', detail: formatShortDateTime(demande.souhaitLe) },
          ]}
        />
      </Card>
      <Card title="Votre réponse" note="Une seule fois. Aucun nom n’est demandé ni gardé.">
        <AnswerByLink jeton={jeton} hasPlaces={demande.hasPlaces} aujourdhui={toParis(instant).date} />
      </Card>
    </div>
  )
}

/** Unknown, altered, used, replaced, past its days, answered meanwhile: nothing tells which. */
function DeadLink() {
  return (
    <>
      <h1 className="sr-only">Répondre à une demande de place</h1>
      <EmptyState title="Ce lien ne sert plus">
        Il a déjà servi, il a plus de huit jours, ou son adresse est incomplète. Demandez-en un autre à la
        structure qui vous l’a envoyé : la demande, elle, est toujours là.
      </EmptyState>
    </>
  )
}
