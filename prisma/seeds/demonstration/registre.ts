import { type BesoinSansReponse, causeDeRegle } from '@/domain/besoins/sans-reponse'
import type { CauseSansReponse, KindBesoin } from '@/domain/maraudes/listes'
import type { RegleRecherche } from '@/domain/places/recherche'
import type { Annuaire } from './annuaire'
import type { Bureau } from './comptes'
import { type Demandeur, drawDemandeur } from './demandeurs'
import { type Fenetre, onNight, summer } from './fenetre'
import { Hasard, type Poids } from './hasard'
import type { Lignes } from './lignes'
import { drawPrescripteur } from './prescripteurs'

const HEURE = 60
/** Lines a night: searches for a place that found none, and what else nobody could answer at a desk. */
const RECHERCHES = 2
const AUTRES = 1
const en93: readonly Bureau[] = ['caarud-proses-saint-denis', 'caarud-proses-montreuil', 'caarud-aurore-93']

/** What stands in the way of somebody whom any place would suit. */
const pleines: Poids<RegleRecherche> = { OCCUPEE: 74, RESERVEE: 14, PRETEE: 7, HORS_PERIODE: 5 }
/** After ten in the evening most doors are shut. */
const TARD = 22 * HEURE
const tardives: Poids<RegleRecherche> = { ...pleines, DISPOSITIF_FERME: 60, PLACE_FERMEE: 8 }

const autres: Poids<KindBesoin> = {
  SEVRAGE: 22,
  PSY: 20,
  SOINS: 16,
  SE_LAVER: 14,
  PAPIERS: 10,
  DROITS: 8,
  MANGER: 5,
  ACTIVITE: 3,
  TELEPHONE: 2,
}
const causes: Poids<CauseSansReponse> = {
  ATTENTE_TROP_LONGUE: 30,
  FERME: 20,
  PAS_DE_REPONSE: 15,
  TROP_LOIN: 13,
  CRITERES: 10,
  PAS_DE_MOYENS: 9,
  AUTRE: 3,
}

type Ligne = Omit<BesoinSansReponse, 'id' | 'departement'>

/** Adds what desks wrote in the register of needs without answer: never who, and the hour without its minutes. */
export function addRegistre(lignes: Lignes, annuaire: Annuaire, { graine, nuits, now }: Fenetre): void {
  const hasard = new Hasard(graine, 'registre')
  const write = (demandeur: Demandeur, le: Date, ligne: Ligne) => {
    const bureau = drawPrescripteur(hasard, 'sleep-in-urgence', demandeur.genre === 'FEMME')
    const { organisationId } = annuaire.structure(bureau)
    const departement = en93.includes(bureau) ? '93' : '75'
    const id = hasard.id(le)
    if (le <= now) lignes.besoins_sans_reponse.push({ ...ligne, id, organisationId, departement, le })
  }
  for (const nuit of nuits) {
    const froid = 1 - 0.35 * summer(nuit)
    for (let left = hasard.count(RECHERCHES * froid); left > 0; left--) {
      const demandeur = drawDemandeur(hasard)
      const minute = hasard.between(17, 25) * HEURE
      write(demandeur, onNight(nuit, minute), drawRecherche(hasard, demandeur, minute))
    }
    for (let left = hasard.count(AUTRES); left > 0; left--) {
      const demandeur = drawDemandeur(hasard)
      const minute = hasard.between(13, 19) * HEURE
      write(demandeur, onNight(nuit, minute), {
        kind: hasard.weighted(autres),
        cause: hasard.weighted(causes),
        regle: null,
        personnes: demandeur.personnes,
        femmesSeulement: demandeur.femmesSeulement,
      })
    }
  }
}

/** A search that found no place: the rule in the way, and the cause it stands for unless the team wrote another. */
function drawRecherche(hasard: Hasard, demandeur: Demandeur, minute: number): Ligne {
  const shared = {
    kind: 'DORMIR',
    personnes: demandeur.personnes,
    femmesSeulement: demandeur.femmesSeulement,
  } as const
  // The places of a service that is not in Maillage: a call, and a minimum age or nobody at the other end.
  if (hasard.chance(0.12))
    return { ...shared, regle: null, cause: hasard.chance(0.3) ? 'CRITERES' : 'PAS_DE_REPONSE' }
  const regle = drawRegle(hasard, demandeur, minute)
  return { ...shared, regle, cause: hasard.chance(0.04) ? 'TROP_LOIN' : causeDeRegle(regle) }
}

function drawRegle(hasard: Hasard, demandeur: Demandeur, minute: number): RegleRecherche {
  const { couple, animaux, mobilite, femmesSeulement } = demandeur
  const criteres: Poids<RegleRecherche> = {
    COUPLE: couple ? 55 : 0,
    ANIMAUX: animaux ? 60 : 0,
    ACCESSIBILITE: mobilite ? 50 : 0,
    FEMMES_SEULEMENT: femmesSeulement ? 35 : 0,
  }
  const bars = Object.values(criteres).reduce((sum, weight) => sum + weight, 0)
  if (bars > 0 && hasard.chance(Math.min(bars, 90) / 100)) return hasard.weighted(criteres)
  return hasard.weighted(minute >= TARD ? tardives : pleines)
}
