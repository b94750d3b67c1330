import type { CivilDate } from '@/domain/commun/civil-date'
import { readQuestion } from '@/domain/enregistres/enregistre'
import { libellesDimension } from '@/domain/rapports/indicateur'
import { Banner } from '@/ui/banner'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'
import type { RapportGarde } from '../queries'
import { ChangeReport, RemoveReport, SubscribeReport } from './report-actions'
import { SendingState } from './sending-state'

type EnregistresScreenProps = {
  rapports: readonly RapportGarde[]
  now: Date
  today: CivilDate
  canShare: boolean
  /** the server knows how to send e-mail */
  canSend: boolean
}

/** Reports kept under a name: opened, shared, sent on time. */
export function EnregistresScreen({ rapports, now, today, canShare, canSend }: EnregistresScreenProps) {
  const columns: readonly [Column<RapportGarde>, ...Column<RapportGarde>[]] = [
    {
      key: 'nom',
      header: 'Rapport',
      renderCell: ({ id, nom, question }) => (
        <span className="flex min-w-56 flex-col">
          <TextLink href={`/rapports/enregistres/${id}`}>{nom}</TextLink>
          <span className="max-w-96 text-sm font-normal text-soft">{summaryOf(question, today)}</span>
        </span>
      ),
    },
    {
      key: 'partage',
      header: 'Ouvert par',
      renderCell: ({ auteur, partage }) =>
        auteur === null ? (partage ? 'Mon organisation' : 'Moi seulement') : `Partagé : ${auteur}`,
    },
    {
      key: 'envoi',
      header: 'Lien par courriel',
      renderCell: (rapport) => <SendingState rapport={rapport} now={now} canSend={canSend} />,
    },
    {
      key: 'gestes',
      header: 'Gestes',
      isScreenOnly: true,
      renderCell: (rapport) => (
        <span className="flex flex-wrap gap-x-1">
          <SubscribeReport id={rapport.id} nom={rapport.nom} rythme={rapport.rythme} />
          {rapport.auteur === null && (
            <>
              <ChangeReport rapport={pick(rapport)} canShare={canShare} />
              <RemoveReport rapport={pick(rapport)} />
            </>
          )}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Rapports enregistrés"
        lead="Ce qu’un rapport demande, gardé sous un nom. Ses chiffres sont recomptés à chaque ouverture."
        back={{ href: '/rapports', label: 'Rapports' }}
      />
      <div className="flex flex-col gap-4">
        {!canSend && (
          <Banner
            tone="info"
            title="Ce serveur n’envoie pas de courriel"
            nextStep="Les rythmes choisis sont gardés ; rien ne partira tant que la messagerie (SMTP) n’est pas réglée par la personne qui tient le serveur."
          />
        )}
        <DataTable
          caption="Vos rapports"
          columns={columns}
          rows={rapports}
          keyOf={({ id }) => id}
          empty={
            <EmptyState
              title="Aucun rapport enregistré"
              action={<LinkButton href="/rapports">Composer un rapport</LinkButton>}
            >
              Composez un rapport, puis pressez « Enregistrer » : il apparaît ici.
            </EmptyState>
          }
        />
      </div>
    </>
  )
}

function pick({ id, nom, partage }: RapportGarde) {
  return { id, nom, partage }
}

/** « Contacts et 2 autres · Par commune · 3e trimestre 2026 » */
function summaryOf(question: string, today: CivilDate): string {
  const lue = readQuestion(question, today)
  if (!lue.ok) return lue.fautes.join(' ')
  const { indicateurs, par, periode } = lue.demande
  const [first, ...others] = indicateurs.map(({ nom }) => nom)
  const figures =
    others.length === 0 ? first : `${first} et ${others.length} ${others.length === 1 ? 'autre' : 'autres'}`
  return `${figures} · par ${libellesDimension[par].toLowerCase()} · ${periode.libelle}`
}
