import type { Genre } from '../commun/profil'
import type { StatutPlace } from './disponibilite'
import type { PublicPlace } from './place'

/** What a request needs of a place. */
export type Besoin = {
  personnes: number
  couple: boolean
  animaux: boolean
  mobilite: boolean
  femmesSeulement: boolean
  genre: Genre
}

/** One person of whom nothing is asked: somebody at the door. */
export const besoinSimple: Besoin = {
  personnes: 1,
  couple: false,
  animaux: false,
  mobilite: false,
  femmesSeulement: false,
  genre: 'NON_RENSEIGNE',
}

/** What a place offers. */
export type Offre = {
  couchages: number
  public: PublicPlace
  couple: boolean
  animaux: boolean
  plainPied: boolean
}

/** Why a place does not fit, the first reason only, in the order in which a team would say it. */
export const reglesEligibilite = [
  'COUCHAGES',
  'COUPLE',
  'PUBLIC_FEMMES',
  'PUBLIC_HOMMES',
  'FEMMES_SEULEMENT',
  'ANIMAUX',
  'ACCESSIBILITE',
] as const
export type RegleEligibilite = (typeof reglesEligibilite)[number]

/** Each rule in words, as read under a place that does not fit. */
export const phrasesEligibilite: Record<RegleEligibilite, string> = {
  COUCHAGES: 'Une seule personne par place',
  COUPLE: 'Pas prévue pour un couple',
  PUBLIC_FEMMES: 'Réservée aux femmes',
  PUBLIC_HOMMES: 'Réservée aux hommes',
  FEMMES_SEULEMENT: 'Mixte, alors qu’un lieu pour femmes est souhaité',
  ANIMAUX: 'Animaux non accueillis',
  ACCESSIBILITE: 'Pas de plain-pied',
}

const bloque: Record<RegleEligibilite, (place: Offre, besoin: Besoin) => boolean> = {
  COUCHAGES: (place, besoin) => besoin.personnes > place.couchages,
  COUPLE: (place, besoin) => besoin.couple && !place.couple,
  // A team decides with anybody who is neither; only a declared man or woman is told apart here.
  PUBLIC_FEMMES: (place, { genre }) =>
    place.public === 'FEMMES' && (genre === 'HOMME' || genre === 'HOMME_TRANS'),
  PUBLIC_HOMMES: (place, { genre }) =>
    place.public === 'HOMMES' && (genre === 'FEMME' || genre === 'FEMME_TRANS'),
  FEMMES_SEULEMENT: (place, besoin) => besoin.femmesSeulement && place.public !== 'FEMMES',
  ANIMAUX: (place, besoin) => besoin.animaux && !place.animaux,
  ACCESSIBILITE: (place, besoin) => besoin.mobilite && !place.plainPied,
}

/** The first rule that stands between this need and this place, or null when it fits. */
export function regleBloquante(place: Offre, besoin: Besoin): RegleEligibilite | null {
  return reglesEligibilite.find((regle) => bloque[regle](place, besoin)) ?? null
}

/** What one takes first: a place free now, then one to prepare, then one that somebody leaves before. */
const preference: Record<StatutPlace, number> = {
  LIBRE: 0,
  RESERVEE_PLUS_TARD: 1,
  A_PREPARER: 2,
  OCCUPEE: 3,
  RESERVEE: 4,
  FERMEE: 5,
}

/** The places in the order in which they are given: those that fit, free first, and the rarest last. */
export function rankPlaces<Place extends Offre & { statut: StatutPlace }>(
  places: readonly Place[],
  besoin: Besoin,
): (Place & { blocage: RegleEligibilite | null })[] {
  return places
    .map((place) => ({ ...place, blocage: regleBloquante(place, besoin) }))
    .toSorted(
      (a, b) =>
        Number(a.blocage !== null) - Number(b.blocage !== null) ||
        preference[a.statut] - preference[b.statut] ||
        offreInutile(a, besoin) - offreInutile(b, besoin),
    )
}

/** How much of the place the need would leave unused: a rare place is kept for who needs it. Smaller is better. */
function offreInutile(place: Offre, besoin: Besoin): number {
  const unused = [
    place.couchages > besoin.personnes,
    place.plainPied && !besoin.mobilite,
    place.animaux && !besoin.animaux,
    place.public !== 'MIXTE' && !besoin.femmesSeulement,
  ]
  return unused.filter(Boolean).length
}
