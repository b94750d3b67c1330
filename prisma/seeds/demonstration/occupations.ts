import type { EtatOccupation } from '@/db/generated/enums'
import type { CivilDate } from '@/domain/commun/civil-date'
import { endOfStay, holdUntil, type RegleSejour, startOfStay } from '@/domain/places/sejour'
import { accueils } from './chambres'
import type { Fenetre } from './fenetre'
import type { Atelier } from './orientations'
import type { PlaceFaite } from './places'
import { addProlongation } from './prolongations'
import type { Sejour } from './sejours'
import { addSortie, type Fin } from './sorties'

/** Whose stay or hold it is. Without a request, nothing is known but how many people. */
export type Personnes = {
  personnes: number
  orientationId: string | null
  personneId: string | null
  prescripteurId: string | null
}
export const uneInconnue: Personnes = {
  personnes: 1,
  orientationId: null,
  personneId: null,
  prescripteurId: null,
}

/** A place promised: since when, for which day (null: tonight), and what became of the promise. */
export type Tenue = {
  le: Date
  pourLe: CivilDate | null
  etat: Extract<EtatOccupation, 'TENUE' | 'LIBEREE' | 'EXPIREE' | 'CONVERTIE'>
}

/** Adds a stay, and how it ended when it did. Gives nothing back: no other row needs it. */
export function addSejour(
  atelier: Atelier,
  fenetre: Fenetre,
  { place, debut, fin }: Sejour,
  whose: Personnes & { reservationId: string | null },
  end: Fin,
): void {
  const { lignes, hasard } = atelier
  const { regle } = atelier.annuaire.dispositif(place.dispositif)
  const id = hasard.id(debut)
  const planned =
    addProlongation(lignes, hasard, fenetre, { id, debut, fin }, regle) ?? plannedEnd(regle, debut)
  const finPrevue = planned ?? place.au
  lignes.occupations.push({
    ...whose,
    ...common(atelier, place, whose),
    id,
    kind: 'SEJOUR',
    etat: fin === null ? 'EN_COURS' : 'TERMINEE',
    debut,
    fin: fin ?? finPrevue,
    expireLe: null,
    finPrevue,
    finMaximale: fin === null && regle.dureeMax !== null ? finPrevue : null,
    creeLe: debut,
    modifieeLe: fin ?? debut,
  })
  if (fin !== null) addSortie(lignes, hasard, fenetre, { id, fin, dispositif: place.dispositif }, end)
}

const HEURE_MS = 3_600_000
const ends = new Map<string, Date | null>()

/** `endOfStay`, worked out once an hour: twenty thousand nights share a few thousand hours, and it only changes at 6 h. */
function plannedEnd(regle: RegleSejour, debut: Date): Date | null {
  if (regle.dureeMax === null) return endOfStay(regle, debut)
  const key = `${regle.dureeMax} ${regle.sortie ?? ''} ${Math.floor(debut.getTime() / HEURE_MS)}`
  const known = ends.get(key)
  if (known !== undefined) return known
  const end = endOfStay(regle, debut)
  ends.set(key, end)
  return end
}

/** Adds the hold of a place. Gives its id, and until when it holds. */
export function addTenue(
  atelier: Atelier,
  place: PlaceFaite,
  whose: Personnes,
  { le, pourLe, etat }: Tenue,
): { id: string; expireLe: Date } {
  const { lignes, hasard, annuaire } = atelier
  const { regle, dureeTenue } = annuaire.dispositif(place.dispositif)
  const id = hasard.id(le)
  const debut = startOfStay(regle, pourLe, le)
  const fin = endOfStay(regle, debut)
  const expireLe = holdUntil(dureeTenue, debut, le)
  lignes.occupations.push({
    ...whose,
    reservationId: null,
    ...common(atelier, place, whose),
    id,
    kind: 'RESERVATION',
    etat,
    debut,
    fin,
    expireLe,
    finPrevue: fin,
    finMaximale: null,
    creeLe: le,
    modifieeLe: le,
  })
  return { id, expireLe }
}

function common(
  { auteurs, annuaire }: Atelier,
  { id, organisationId, dispositif, contingentId }: PlaceFaite,
  { prescripteurId }: Personnes,
) {
  const onLoan = prescripteurId === annuaire.organisation('gaia')
  return {
    placeId: id,
    organisationId,
    contingentId: onLoan ? contingentId : null,
    creePar: auteurs.bureau(accueils[dispositif]),
  }
}
