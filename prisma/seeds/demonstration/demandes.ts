import { addDays, toParis } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Chambre } from './chambre'
import type { DispositifDemonstration } from './chambres'
import type { Bureau } from './comptes'
import type { Demandeur } from './demandeurs'
import { minutesBetween, plusMinutes } from './fenetre'
import type { Hasard } from './hasard'
import type { Tournees } from './maraudes'
import type { Atelier, DemandeFaite, Etape } from './orientations'
import type { Personnes } from './personnes'
import { drawPrescripteur } from './prescripteurs'

const JOUR = 24 * 60
/** Minutes between a wish said at a desk and its sending, for tonight and for a date. */
const TOT = [3, 45] as const
const TARD = [60, 6 * JOUR] as const

/** What a request of tonight and one for later share. */
export type Comptoir = Atelier & { tournees: Tournees; personnes: Personnes }
export type Envoi = Pick<
  DemandeFaite,
  | 'prescripteur'
  | 'dispositif'
  | 'demandeur'
  | 'personneId'
  | 'echeance'
  | 'pourLe'
  | 'souhaitLe'
  | 'auteurId'
  | 'arretId'
>

/** Devices asked for tonight; the others are asked for a date. */
const pourCeSoir: readonly DispositifDemonstration[] = ['sleep-in-urgence']
export const isPourCeSoir = (dispositif: DispositifDemonstration) => pourCeSoir.includes(dispositif)

/** What decides a request. `jusque`: end of the stay it leads to, so that nobody is in two beds. */
export type Projet = {
  prescripteur: Bureau
  dispositif: DispositifDemonstration | null
  demandeur: Demandeur
  envoyeeLe: Date
  jusque: Date
  anonyme: boolean
}

/** A request sent at this instant, by whoever is likely to send it, with or without a code. */
export function drawEnvoi(
  comptoir: Comptoir,
  projet: Omit<Projet, 'prescripteur' | 'anonyme'> & { dispositif: DispositifDemonstration },
  unite: Chambre['unite'] = null,
): Envoi {
  const { hasard } = comptoir
  const prescripteur = drawPrescripteur(hasard, projet.dispositif, projet.demandeur.genre === 'FEMME', unite)
  return makeEnvoi(comptoir, {
    ...projet,
    prescripteur,
    anonyme: hasard.chance(isPourCeSoir(projet.dispositif) ? 0.58 : 0.06),
  })
}

/** The request itself: since when the wish stood, where it was said, for whom. */
export function makeEnvoi(
  comptoir: Comptoir,
  { prescripteur, dispositif, demandeur, envoyeeLe, jusque, anonyme }: Projet,
): Envoi {
  const { hasard, annuaire, auteurs, personnes } = comptoir
  const { organisationId } = annuaire.structure(prescripteur)
  const ceSoir = dispositif === null || isPourCeSoir(dispositif)
  const souhaitLe = plusMinutes(envoyeeLe, -(ceSoir ? hasard.between(...TOT) : hasard.between(...TARD)))
  const desk = { souhaitLe, arretId: null, auteurId: auteurs.bureau(prescripteur) }
  const profil = { ...demandeur, situation: demandeur.couple ? ('COUPLE' as const) : ('ISOLEE' as const) }
  return {
    ...((ceSoir ? drawArret(comptoir, organisationId, envoyeeLe) : null) ?? desk),
    prescripteur,
    dispositif,
    demandeur,
    personneId: anonyme ? null : personnes.meet(organisationId, profil, envoyeeLe, jusque),
    echeance: ceSoir ? 'CE_SOIR' : 'A_DATE',
    pourLe: ceSoir ? null : addDays(toParis(envoyeeLe).date, hasard.between(1, 10)),
  }
}

/** The stop where the wish was said, when the organisation had a round out at that hour. The stop then shows the need. */
function drawArret({ lignes, hasard, tournees }: Comptoir, organisationId: string, envoyeeLe: Date) {
  const stops = tournees(organisationId, workDayOf(envoyeeLe)).filter(({ arrivee, personnes }) => {
    const before = minutesBetween(arrivee, envoyeeLe)
    return before > 4 && before < 90 && personnes > 0
  })
  if (stops.length === 0) return null
  const { id, arrivee, auteurId } = hasard.one(stops)
  lignes.besoins.push({
    id: hasard.id(arrivee),
    arretId: id,
    kind: 'DORMIR',
    personnes: 1,
    reponse: 'ORIENTE',
    cause: null,
  })
  return { souhaitLe: plusMinutes(arrivee, hasard.between(1, 4)), arretId: id, auteurId }
}

/** The first passages of a request: sent, then seen by the receiver, then perhaps studied. */
export function openEtapes(hasard: Hasard, envoyeeLe: Date, reponseLe: Date): Etape[] {
  const delay = minutesBetween(envoyeeLe, reponseLe)
  const at = (part: number) => plusMinutes(envoyeeLe, Math.ceil(delay * part))
  const sent: Etape = { vers: 'ENVOYEE', le: envoyeeLe, cote: 'PRESCRIPTEUR' }
  const seen: Etape = { vers: 'RECUE', le: at(hasard.between(5, 35) / 100), cote: 'STRUCTURE' }
  if (delay < JOUR || hasard.chance(0.4)) return [sent, seen]
  return [sent, seen, { vers: 'A_L_ETUDE', le: at(hasard.between(36, 60) / 100), cote: 'STRUCTURE' }]
}
