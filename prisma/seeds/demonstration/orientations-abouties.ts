import { drawOccupant } from './demandeurs'
import { type Comptoir, drawEnvoi, isPourCeSoir, openEtapes } from './demandes'
import { type Fenetre, plusMinutes } from './fenetre'
import { addSejour, addTenue, uneInconnue } from './occupations'
import { addOrientation, type Etape } from './orientations'
import type { Sejour } from './sejours'
import { drawFin, type Fin } from './sorties'

const JOUR = 24 * 60
const MOIS = 30 * JOUR
/** In a crisis one is taken in within hours of the answer. Minutes. */
const HEURES_DE_CRISE = 2 * 60

/** Adds every stay; those that somebody asked for come with their orientation and the hold that became the stay. */
export function addSejours(comptoir: Comptoir, sejours: readonly Sejour[], fenetre: Fenetre): void {
  const { hasard } = comptoir
  for (const sejour of sejours) {
    const fin = drawFin(hasard, sejour.place.dispositif)
    if (sejour.arrive && hasard.chance(partOrientee(sejour))) addOriente(comptoir, sejour, fin, fenetre)
    else addSejour(comptoir, fenetre, sejour, { ...uneInconnue, reservationId: null }, fin)
  }
}

/** Emergency beds are often asked for at the door; rooms nearly always through a team, and lent ones through the partner's. */
function partOrientee({ place: { dispositif, chambre } }: Sejour): number {
  if (chambre.unite === 'GAIA') return 1
  return isPourCeSoir(dispositif) ? 0.24 : 0.93
}

function addOriente(comptoir: Comptoir, sejour: Sejour, end: Fin, fenetre: Fenetre): void {
  const { hasard, annuaire, lignes } = comptoir
  const { place, debut, fin } = sejour
  const { dureeTenue } = annuaire.dispositif(place.dispositif)
  const tenue = place.chambre.unite === 'CRISE' ? HEURES_DE_CRISE : dureeTenue
  const acceptee = plusMinutes(debut, -Math.floor((tenue * hasard.between(12, 90)) / 100))
  const tonight = isPourCeSoir(place.dispositif)
  const envoyeeLe = plusMinutes(
    acceptee,
    -(tonight ? hasard.between(6, 75) : hasard.between(...attente(place))),
  )
  const demandeur = drawOccupant(hasard, place.chambre)
  const envoi = drawEnvoi(
    comptoir,
    {
      dispositif: place.dispositif,
      demandeur,
      envoyeeLe,
      jusque: fin ?? fenetre.now,
    },
    place.chambre.unite,
  )
  const left: Etape[] = fin === null ? [] : [{ vers: 'CLOSE', le: fin, cote: 'STRUCTURE', motif: end.issue }]
  const orientationId = addOrientation(comptoir, {
    ...envoi,
    etapes: [
      ...openEtapes(hasard, envoyeeLe, acceptee),
      { vers: 'ACCEPTEE', le: acceptee, cote: 'STRUCTURE' },
      { vers: 'ARRIVEE', le: debut, cote: 'STRUCTURE' },
      ...left,
    ],
    suite: null,
    rang: null,
  })
  const whose = {
    personnes: demandeur.personnes,
    orientationId,
    personneId: envoi.personneId,
    prescripteurId: annuaire.structure(envoi.prescripteur).organisationId,
  }
  const { id: reservationId } = addTenue(comptoir, place, whose, {
    le: acceptee,
    pourLe: null,
    etat: 'CONVERTIE',
  })
  addSejour(comptoir, fenetre, sejour, { ...whose, reservationId }, end)
  if (fin !== null) endSuivi(lignes.orientations.at(-1), fin, fenetre, comptoir)
}

/** The shortest and the longest a request waited before it was accepted, in minutes; a crisis takes in at once. */
function attente({ dispositif, chambre }: Sejour['place']): [number, number] {
  if (chambre.unite === 'CRISE') return [30, JOUR]
  return [2 * JOUR, dispositif === 'sleep-in-continu' ? 12 * JOUR : 45 * JOUR]
}

/** The prescriber keeps the follow-up for a while, then ends it in so many words. */
function endSuivi(
  orientation: Comptoir['lignes']['orientations'][number] | undefined,
  fin: Date,
  { now }: Fenetre,
  { hasard }: Comptoir,
): void {
  const ended = plusMinutes(fin, hasard.between(3 * JOUR, 3 * MOIS))
  if (orientation && ended < now && hasard.chance(0.8)) orientation.suiviFiniLe = ended
}
