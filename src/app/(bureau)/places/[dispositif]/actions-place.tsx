import { addDays, type CivilDate, toParis } from '@/domain/commun/civil-date'
import { formatDatedTime, formatShortDateTime, plural } from '@/domain/commun/format'
import { nightServed } from '@/domain/places/sejour'
import { cancelDeparture } from '@/features/annulations/actions'
import { UndoArrival } from '@/features/annulations/components/undo-arrival'
import { MoveStay } from '@/features/changements/components/move-stay'
import { ProlongStay } from '@/features/changements/components/prolong-stay'
import { ClosePlace } from '@/features/fermetures/components/close-place'
import { ReopenClosure } from '@/features/fermetures/components/reopen-closure'
import type { FermetureVisible } from '@/features/fermetures/queries'
import type { Barre } from '@/features/grille/queries'
import { ExtendHold, MarkReady, ReleaseHold } from '@/features/places/components/place-actions'
import type { DispositifVisible, PlaceVisible } from '@/features/places/queries'
import { retake } from '@/features/reservations/actions'
import { BookPlace } from '@/features/reservations/components/book-place'
import { ArrivalActions } from '@/features/sejours/components/arrival-actions'
import { EndStay } from '@/features/sejours/components/end-stay'
import { TakeIn } from '@/features/sejours/components/take-in'
import { libellesCauseFermeture } from '@/domain/places/place'
import { TextLink } from '@/ui/text-link'

type ActionsProps = {
  dispositif: DispositifVisible
  place: PlaceVisible
  barres: readonly Barre[]
  fermetures: readonly FermetureVisible[]
  now: Date
}

/** Everything one can do with a place: who is there, who comes next, what is closed, then the acts on the place itself. */
export function ActionsPlace({ dispositif, place, barres, fermetures, now }: ActionsProps) {
  const ceSoir = nightServed(now)
  return (
    <>
      {barres
        .filter(({ passee }) => !passee)
        .map((barre) => (
          <Ligne key={barre.id} titre={titleOf(barre)} detail={detailOf(barre)} barre={barre}>
            <ActesDeBarre barre={barre} place={place} dispositif={dispositif} ceSoir={ceSoir} now={now} />
          </Ligne>
        ))}
      {fermetures.map(({ id, du, cause, finPrevue, note, placeId, aReloger }) => (
        <Ligne
          key={id}
          titre={`${placeId === null ? 'Dispositif fermé' : 'Fermée'} · ${libellesCauseFermeture[cause]}`}
          detail={[
            finPrevue === null
              ? 'réouverture non prévue'
              : `réouverture espérée ${formatShortDateTime(finPrevue)}`,
            note,
            aReloger.length > 0
              ? `${plural(aReloger.length, 'séjour ou réservation', 'séjours et réservations')} à reloger`
              : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        >
          {dispositif.droits.fermer && <ReopenClosure fermetureId={id} isToCome={du > now} />}
        </Ligne>
      ))}
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <ActesDePlace dispositif={dispositif} place={place} ceSoir={ceSoir} />
      </div>
    </>
  )
}

function titleOf({ nature, code, personnes }: Barre): string {
  const who = code ?? 'Sans code'
  const count = personnes > 1 ? `, ${plural(personnes, 'personne', 'personnes')}` : ''
  return `${nature === 'SEJOUR' ? 'Séjour' : 'Réservation'} · ${who}${count}`
}

function detailOf({ nature, debut, fin, expireLe }: Barre): string {
  const end = fin === null ? 'sans fin prévue' : `jusqu’à ${formatDatedTime(fin)}`
  if (nature === 'SEJOUR') return `depuis ${formatDatedTime(debut)}, ${end}`
  const held = expireLe === null ? '' : `, tenue jusqu’à ${formatShortDateTime(expireLe)}`
  return `à partir de ${formatDatedTime(debut)}, ${end}${held}`
}

type LigneProps = { titre: string; detail: string; barre?: Barre; children: React.ReactNode }

function Ligne({ titre, detail, barre, children }: LigneProps) {
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <div>
        <p className="font-semibold">{titre}</p>
        <p className="text-sm text-soft">{detail}</p>
        {barre?.orientation && (
          <TextLink href={`/orientations/${barre.orientation.id}`}>Voir la demande</TextLink>
        )}
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}

type ActesDeBarreProps = {
  barre: Barre
  place: PlaceVisible
  dispositif: DispositifVisible
  ceSoir: CivilDate
  now: Date
}

function ActesDeBarre(props: ActesDeBarreProps) {
  return props.barre.nature === 'RESERVATION' ? (
    <ActesDeReservation {...props} />
  ) : (
    <ActesDeSejour {...props} />
  )
}

function ActesDeReservation({ barre, dispositif: { droits }, now }: ActesDeBarreProps) {
  const { orientation, debut } = barre
  return (
    <>
      {droits.admettre && orientation !== null && debut <= now && (
        <ArrivalActions orientation={orientation} />
      )}
      {droits.tenir && <ExtendHold occupation={barre} />}
      {droits.tenir && orientation === null && <ReleaseHold occupation={barre} undo={retake} />}
    </>
  )
}

function ActesDeSejour({ barre, place, dispositif: { droits, places }, ceSoir }: ActesDeBarreProps) {
  const { arriveeRecente, fin } = barre
  const day = fin === null ? null : toParis(fin).date
  return (
    <>
      {droits.liberer && <EndStay sejour={barre} libelle={place.libelle} undo={cancelDeparture} />}
      {droits.admettre && (
        <>
          <MoveStay
            sejour={barre}
            libelle={place.libelle}
            places={elsewhere(places, place, barre.personnes)}
          />
          <ProlongStay sejour={barre} libelle={place.libelle} fin={day} demain={addDays(ceSoir, 1)} />
          {arriveeRecente && <UndoArrival sejour={barre} />}
        </>
      )}
    </>
  )
}

/** Where a stay of so many may go on: what is free tonight, elsewhere in the device. */
function elsewhere(places: readonly PlaceVisible[], { id }: PlaceVisible, personnes: number) {
  return places
    .filter((other) => other.id !== id && other.couchages >= personnes)
    .filter(({ statut }) => statut === 'LIBRE' || statut === 'RESERVEE_PLUS_TARD')
    .map((other) => ({ id: other.id, libelle: [other.libelle, other.chambre].filter(Boolean).join(' · ') }))
}

type ActesDePlaceProps = { dispositif: DispositifVisible; place: PlaceVisible; ceSoir: CivilDate }

function ActesDePlace({ dispositif: { id, droits }, place, ceSoir }: ActesDePlaceProps) {
  const isFree = place.statut === 'LIBRE' || place.statut === 'RESERVEE_PLUS_TARD'
  return (
    <>
      {place.statut === 'A_PREPARER' && droits.preparer && <MarkReady place={place} />}
      {isFree && droits.admettre && <TakeIn place={place} />}
      {droits.tenir && <BookPlace dispositifId={id} place={place} ceSoir={ceSoir} />}
      {droits.fermer && place.statut !== 'FERMEE' && (
        <ClosePlace cible={{ placeId: place.id }} libelle={place.libelle} demain={addDays(ceSoir, 1)} />
      )}
    </>
  )
}
