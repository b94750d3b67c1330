import { formatDatedTime, formatShortDateTime, plural } from '@/domain/commun/format'
import { libellesCauseFermeture } from '@/domain/places/place'
import { Card } from '@/ui/card'
import { Disclosure } from '@/ui/disclosure'
import { StatusBadge } from '@/ui/status-badge'
import { TextLink } from '@/ui/text-link'
import type { FermetureVisible, Relogement } from '../queries'
import { ClosePlace } from './close-place'
import { ReopenClosure } from './reopen-closure'

type FermeturesProps = {
  dispositif: { id: string; nom: string }
  fermetures: readonly FermetureVisible[]
  mayClose: boolean
  demain: string
  now: Date
  /** the place opened beside the grid, where one moves or ends a stay */
  hrefOf: (placeId: string) => `/places/${string}?${string}`
}

/** What is closed or will be, in this device, and who must be housed elsewhere; the whole device closes from here. */
export function FermeturesDispositif({
  dispositif,
  fermetures,
  mayClose,
  demain,
  now,
  hrefOf,
}: FermeturesProps) {
  const isClosed = fermetures.some(({ placeId }) => placeId === null)
  return (
    <Card
      title="Fermetures"
      actions={
        mayClose &&
        !isClosed && (
          <ClosePlace
            cible={{ dispositifId: dispositif.id }}
            libelle={`tout le dispositif (${dispositif.nom})`}
            demain={demain}
          />
        )
      }
    >
      {fermetures.length === 0 ? (
        <p className="text-soft">Rien n’est fermé, ni ne va l’être.</p>
      ) : (
        <ul className="divide-y divide-line">
          {fermetures.map((fermeture) => (
            <li key={fermeture.id} className="flex flex-col gap-2 py-2.5">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <span>
                  <span className="font-semibold">
                    {fermeture.libelle ?? 'Tout le dispositif'} · {libellesCauseFermeture[fermeture.cause]}
                  </span>
                  <span className="block text-sm text-soft">{whenWords(fermeture, now)}</span>
                </span>
                {mayClose && <ReopenClosure fermetureId={fermeture.id} isToCome={fermeture.du > now} />}
              </div>
              <ToRehouse aReloger={fermeture.aReloger} hrefOf={hrefOf} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function whenWords({ du, finPrevue, note }: FermetureVisible, now: Date): string {
  return [
    du > now ? `à partir de ${formatShortDateTime(du)}` : `depuis ${formatDatedTime(du)}`,
    finPrevue === null ? 'réouverture non prévue' : `réouverture espérée ${formatShortDateTime(finPrevue)}`,
    note,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

type ToRehouseProps = { aReloger: readonly Relogement[]; hrefOf: FermeturesProps['hrefOf'] }

/** Nobody is put out by a closure: each stay and booking it meets is listed until it is moved. */
function ToRehouse({ aReloger, hrefOf }: ToRehouseProps) {
  if (aReloger.length === 0) return null
  return (
    <Disclosure
      isOpenAtFirst={aReloger.length <= 5}
      title={
        <StatusBadge tone="warning">
          {plural(aReloger.length, 'séjour ou réservation', 'séjours et réservations')} à reloger
        </StatusBadge>
      }
    >
      <ul className="divide-y divide-line">
        {aReloger.map(({ occupationId, placeId, libelle, kind, code, fin }) => (
          <li key={occupationId} className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
            <TextLink href={hrefOf(placeId)}>
              {libelle} · {kind === 'SEJOUR' ? 'séjour' : 'réservation'} · {code ?? 'sans code'}
            </TextLink>
            <span className="text-sm text-soft">
              {fin === null ? 'sans fin prévue' : `jusqu’à ${formatShortDateTime(fin)}`}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
