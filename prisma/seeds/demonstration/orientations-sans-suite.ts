import { addDays, type CivilDate } from '@/domain/commun/civil-date'
import { type DispositifDemonstration, dispositifsDemonstration } from './chambres'
import { drawDemandeur } from './demandeurs'
import { type Comptoir, drawEnvoi, isPourCeSoir, openEtapes } from './demandes'
import { type Fenetre, onNight, plusMinutes, summer } from './fenetre'
import type { Hasard } from './hasard'
import { drawFinSansSejour } from './issues'
import { addTenue } from './occupations'
import { addOrientation, type Etape } from './orientations'
import type { Vides } from './vides'

const JOUR = 24 * 60
/** The last requests for a date are still open. Days. */
const ENCORE_OUVERTES = 18

/** Requests that gave no stay, per night and device. */
const parNuit: Partial<Record<DispositifDemonstration, number>> = {
  'sleep-in-urgence': 2.3,
  'sleep-in-continu': 0.22,
  'assore-hotel': 1.1,
  'le-pavillon-hebergement': 0.035,
  'phase-appartements': 0.05,
}

/** Adds the requests that ended without a stay, each in one of the ways a request can end. */
export function addSansSuite(comptoir: Comptoir, vides: Vides, { nuits, ceSoir }: Fenetre): void {
  const { hasard } = comptoir
  const lastForDate = addDays(ceSoir, -ENCORE_OUVERTES)
  for (const nuit of nuits.slice(0, -1)) {
    for (const dispositif of dispositifsDemonstration) {
      const mean = (parNuit[dispositif] ?? 0) * (1 - 0.35 * summer(nuit))
      for (let left = hasard.count(mean); left > 0; left--) {
        if (isPourCeSoir(dispositif) || nuit < lastForDate) addUne(comptoir, vides, dispositif, nuit)
      }
    }
  }
}

function addUne(
  comptoir: Comptoir,
  vides: Vides,
  dispositif: DispositifDemonstration,
  nuit: CivilDate,
): void {
  const { hasard, annuaire } = comptoir
  const ceSoir = isPourCeSoir(dispositif)
  const { envoyeeLe, reponseLe } = drawDelais(hasard, nuit, ceSoir)
  const expireLe = plusMinutes(reponseLe, annuaire.dispositif(dispositif).dureeTenue)
  const demandeur = drawDemandeur(hasard)
  const place = vides(dispositif, demandeur, reponseLe, expireLe)
  const envoi = drawEnvoi(comptoir, { dispositif, demandeur, envoyeeLe, jusque: expireLe })
  const ouverture = openEtapes(hasard, envoyeeLe, reponseLe)
  const cas = { ouverture, reponseLe, expireLe, demandeur, placeLibre: place !== undefined, ceSoir }
  const { etapes, suite, tenue } = drawFinSansSejour(hasard, cas)
  const answered = tenue !== null || suite !== null
  const receiver =
    ceSoir && !answered && hasard.chance(0.3) ? withoutReceiver(etapes) : { dispositif, etapes }
  const orientationId = addOrientation(comptoir, { ...envoi, ...receiver, suite, rang: null })
  if (tenue === null || !place) return
  const { organisationId: prescripteurId } = annuaire.structure(envoi.prescripteur)
  const { personneId } = envoi
  addTenue(
    comptoir,
    place,
    { personnes: demandeur.personnes, orientationId, personneId, prescripteurId },
    tenue,
  )
}

function drawDelais(hasard: Hasard, nuit: CivilDate, ceSoir: boolean): { envoyeeLe: Date; reponseLe: Date } {
  const envoyeeLe = onNight(
    nuit,
    ceSoir ? hasard.between(17 * 60, 25 * 60) : hasard.between(12 * 60, 17 * 60),
  )
  return {
    envoyeeLe,
    reponseLe: plusMinutes(envoyeeLe, ceSoir ? hasard.between(8, 95) : hasard.between(6 * 60, 9 * JOUR)),
  }
}

/** « Toute place qui convient »: nobody in particular sees it, studies it or refuses it. */
function withoutReceiver(etapes: readonly Etape[]): { dispositif: null; etapes: readonly Etape[] } {
  return { dispositif: null, etapes: etapes.filter(({ cote }) => cote !== 'STRUCTURE') }
}
