import type { StatutOrientation } from '@/db/generated/enums'
import { addDays, toParis } from '@/domain/commun/civil-date'
import { type DispositifDemonstration, dispositifsDemonstration } from './chambres'
import type { Bureau } from './comptes'
import { type Demandeur, drawDemandeur, drawOccupant } from './demandeurs'
import { type Comptoir, type Envoi, makeEnvoi, openEtapes } from './demandes'
import { type Fenetre, plusMinutes } from './fenetre'
import { addTenue } from './occupations'
import { addOrientation, type Etape } from './orientations'
import type { PlaceFaite } from './places'
import { drawPrescripteur } from './prescripteurs'

const HEURE = 60
const JOUR = 24 * HEURE

/** A request still open: sent so many minutes ago, seen, studied or put in line so many minutes ago. */
type Ouverte = {
  prescripteur: Bureau
  dispositif: DispositifDemonstration | null
  envoyee: number
  recue?: number
  etude?: number
  rang?: number
  demandeur?: Partial<Demandeur>
  anonyme?: boolean
}

const seule = {
  couple: false,
  personnes: 1,
  animaux: false,
  mobilite: false,
  femmesSeulement: false,
} as const
const couple = { couple: true, personnes: 2 } as const
const femme = { genre: 'FEMME', femmesSeulement: true } as const

/** What waits for an answer when the demonstration opens. */
const ceSoir: readonly Ouverte[] = [
  { prescripteur: 'gaia-caarud', dispositif: 'sleep-in-urgence', envoyee: 6, anonyme: true },
  {
    prescripteur: 'caarud-proses-saint-denis',
    dispositif: 'sleep-in-urgence',
    envoyee: 19,
    demandeur: femme,
  },
  {
    prescripteur: 'caarud-ego',
    dispositif: 'sleep-in-urgence',
    envoyee: 42,
    recue: 30,
    demandeur: { animaux: true },
  },
  {
    prescripteur: 'equipe-de-rue-charonne',
    dispositif: 'sleep-in-urgence',
    envoyee: 95,
    recue: 80,
    anonyme: true,
  },
  {
    prescripteur: 'caarud-aurore-93',
    dispositif: 'sleep-in-urgence',
    envoyee: 170,
    recue: 150,
    etude: 60,
    demandeur: couple,
  },
  { prescripteur: 'hsa-paris', dispositif: null, envoyee: 28, anonyme: true },
]

const pourUneDate: readonly Ouverte[] = [
  { prescripteur: 'gaia-caarud', dispositif: 'sleep-in-continu', envoyee: 3 * HEURE },
  {
    prescripteur: 'csapa-110-les-halles',
    dispositif: 'sleep-in-continu',
    envoyee: 2 * JOUR,
    recue: 40 * HEURE,
    etude: JOUR,
  },
  { prescripteur: 'sleep-in', dispositif: 'assore-hotel', envoyee: 5 * HEURE },
  {
    prescripteur: 'gaia-caarud',
    dispositif: 'assore-hotel',
    envoyee: 3 * JOUR,
    recue: 2 * JOUR,
    demandeur: couple,
  },
  {
    prescripteur: 'caarud-proses-montreuil',
    dispositif: 'assore-hotel',
    envoyee: 6 * JOUR,
    recue: 5 * JOUR,
    etude: 2 * JOUR,
  },
  {
    prescripteur: 'gaia-caarud',
    dispositif: 'le-pavillon-hebergement',
    envoyee: 9 * JOUR,
    recue: 8 * JOUR,
    etude: 4 * JOUR,
  },
  { prescripteur: 'csapa-ego', dispositif: 'phase-appartements', envoyee: 4 * JOUR, recue: 3 * JOUR },
]

/** People in line, by device; the first has waited longest. */
const listes: Partial<Record<DispositifDemonstration, { longueur: number; jours: number }>> = {
  'sleep-in-continu': { longueur: 5, jours: 2 },
  'assore-hotel': { longueur: 8, jours: 6 },
  'le-pavillon-hebergement': { longueur: 3, jours: 25 },
  'phase-appartements': { longueur: 2, jours: 15 },
}

/** Minutes since a place now held was promised: both promises end tonight. */
const tenues: Partial<Record<DispositifDemonstration, number>> = {
  'sleep-in-urgence': 35,
  'sleep-in-continu': 20 * HEURE,
}

/** Adds the requests that wait for an answer, those in line, and the two places held. */
export function addOuvertes(comptoir: Comptoir, places: readonly PlaceFaite[], { now }: Fenetre): void {
  for (const ouverte of [...ceSoir, ...pourUneDate]) addOuverte(comptoir, ouverte, now)
  for (const dispositif of dispositifsDemonstration) {
    const { longueur, jours } = listes[dispositif] ?? { longueur: 0, jours: 0 }
    for (let rang = 1; rang <= longueur; rang++) {
      const prescripteur = drawPrescripteur(comptoir.hasard, dispositif, false)
      addOuverte(
        comptoir,
        { prescripteur, dispositif, envoyee: (longueur - rang + 2) * jours * JOUR, rang },
        now,
      )
    }
  }
  for (const place of places) {
    const acceptee = tenues[place.dispositif]
    if (place.chambre.ceSoir === 'TENUE' && acceptee !== undefined) addTenante(comptoir, place, acceptee, now)
  }
}

function addOuverte(comptoir: Comptoir, ouverte: Ouverte, now: Date): void {
  const { prescripteur, dispositif, rang = null } = ouverte
  const envoyeeLe = plusMinutes(now, -ouverte.envoyee)
  const demandeur = { ...drawDemandeur(comptoir.hasard), ...seule, ...ouverte.demandeur }
  const envoi = makeEnvoi(comptoir, {
    prescripteur,
    dispositif,
    demandeur,
    envoyeeLe,
    jusque: now,
    anonyme: ouverte.anonyme ?? false,
  })
  const pourLe = envoi.pourLe === null ? null : addDays(toParis(now).date, comptoir.hasard.between(1, 12))
  addOrientation(comptoir, {
    ...signed(comptoir, envoi),
    pourLe,
    etapes: etapesOf(ouverte, now),
    suite: null,
    rang,
  })
}

function etapesOf({ envoyee, recue, etude, rang }: Ouverte, now: Date): Etape[] {
  const passages: [StatutOrientation, number | undefined][] = [
    ['ENVOYEE', envoyee],
    ['RECUE', recue],
    ['A_L_ETUDE', etude],
    ['EN_ATTENTE', rang === undefined ? undefined : envoyee - JOUR],
  ]
  return passages.flatMap(([vers, ago]) =>
    ago === undefined
      ? []
      : [{ vers, le: plusMinutes(now, -ago), cote: vers === 'ENVOYEE' ? 'PRESCRIPTEUR' : 'STRUCTURE' }],
  )
}

function addTenante(comptoir: Comptoir, place: PlaceFaite, ilYA: number, now: Date): void {
  const acceptee = plusMinutes(now, -ilYA)
  const envoyeeLe = plusMinutes(acceptee, -25)
  const demandeur = drawOccupant(comptoir.hasard, place.chambre)
  const envoi = makeEnvoi(comptoir, {
    prescripteur: 'gaia-caarud',
    dispositif: place.dispositif,
    demandeur,
    envoyeeLe,
    jusque: now,
    anonyme: false,
  })
  const orientationId = addOrientation(comptoir, {
    ...signed(comptoir, envoi),
    etapes: [
      ...openEtapes(comptoir.hasard, envoyeeLe, acceptee),
      { vers: 'ACCEPTEE', le: acceptee, cote: 'STRUCTURE' },
    ],
    suite: null,
    rang: null,
  })
  const { organisationId: prescripteurId } = comptoir.annuaire.structure('gaia-caarud')
  const whose = {
    personnes: demandeur.personnes,
    orientationId,
    personneId: envoi.personneId,
    prescripteurId,
  }
  addTenue(comptoir, place, whose, { le: acceptee, pourLe: null, etat: 'TENUE' })
}

/** Gaïa's requests are the worker's own, so that she finds them when she signs in. */
function signed({ auteurs }: Comptoir, envoi: Envoi): Envoi {
  return envoi.prescripteur === 'gaia-caarud'
    ? { ...envoi, auteurId: auteurs.equipe('gaia-chapelle') }
    : envoi
}
