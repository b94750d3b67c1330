import { type CivilDate, toParis } from '../commun/civil-date'
import type { FaitsEnonces } from './fraicheur'
import { etatOuverture, plagesDuSite, type Plage } from './horaires'
import {
  etatEnTexte,
  type LigneSemaine,
  semaineCourante,
  semaineEnTexte,
  semaineOrdinaire,
} from './horaires-texte'
import type { KindDispositif, ModeCapacite, StatutStructure } from './listes'
import type { RegleSejour } from '../places/sejour'
import { regleEnTexte } from './regles-sejour'
import { type FaitsStructure, type PlacesDuSoir, type ResumeStructure, resumeStructure } from './resume'

/** A dated fact: from `du` (included, null for always) to `au` (excluded, null for still). */
type Periode = { du: CivilDate | null; au: CivilDate | null }

export type Capacite = Periode & { mode: ModeCapacite; places: number; source: string | null }

type FaitsDispositif = {
  id: string
  slug: string
  kind: KindDispositif
  nom: string
  statut: StatutStructure
  oriente: boolean
  financeurs: string[]
  finFinancement: CivilDate | null
  capacites: readonly Capacite[]
  plages: readonly Plage[]
  /** rule of stay in force */
  regle: RegleSejour | null
  /** every place of the device, for the day or the night */
  places: PlacesDuSoir | null
}

/** What the base knows of a structure and the viewer may know too. */
export type FaitsFiche = FaitsStructure & {
  id: string
  depuis: number | null
  description: string | null
  financeurs: string[]
  finess: string | null
  telephone: string | null
  source: string | null
  /** empty too when the viewer may not know them */
  adresses: readonly (Periode & { adresse: string })[]
  dispositifs: readonly FaitsDispositif[]
  peutConfirmer: boolean
}

export type FicheDispositif = Omit<FaitsDispositif, 'capacites' | 'plages' | 'regle'> & {
  /** empty when the device states no hours of its own */
  semaine: string
  ouverture: string
  /** newest first */
  capacites: (Capacite & { enVigueur: boolean })[]
  regle: string[]
}

/** The whole sheet of a structure, ready to show. */
export type FicheStructure = Omit<FaitsFiche, keyof FaitsStructure | 'adresses' | 'dispositifs'> &
  ResumeStructure & {
    confirmeeLe: string | null
    adresse: string | null
    anciennesAdresses: (Periode & { adresse: string })[]
    semaineOrdinaire: LigneSemaine[]
    semaineCourante: ReturnType<typeof semaineCourante>
    dispositifs: FicheDispositif[]
  }

/** The sheet of a structure at this instant. */
export function ficheStructure(faits: FaitsFiche, now: Date): FicheStructure {
  const {
    adresses,
    dispositifs,
    plages,
    exceptions,
    confirmeeLe,
    commune: _commune,
    adresse: _point,
    ...kept
  } = faits
  const horaires = { plages: plagesDuSite(plages), exceptions }
  const today = toParis(now).date
  return {
    ...kept,
    ...resumeStructure(faits, now),
    confirmeeLe: confirmeeLe?.toISOString() ?? null,
    adresse: adresses.find((each) => isInForce(each, today))?.adresse ?? null,
    anciennesAdresses: adresses.filter(({ au }) => au !== null && au <= today),
    semaineOrdinaire: semaineOrdinaire(horaires, today),
    semaineCourante: semaineCourante(horaires, today),
    dispositifs: dispositifs.map((dispositif) => ficheDispositif(dispositif, now)),
  }
}

function ficheDispositif({ capacites, plages, regle, ...kept }: FaitsDispositif, now: Date): FicheDispositif {
  const today = toParis(now).date
  const horaires = { plages, exceptions: [] }
  return {
    ...kept,
    semaine: semaineEnTexte(horaires, today),
    ouverture: etatEnTexte(etatOuverture(horaires, now), now),
    capacites: capacites
      .map((capacite) => ({ ...capacite, enVigueur: isInForce(capacite, today) }))
      .toSorted((a, b) => ((a.du ?? '') < (b.du ?? '') ? 1 : -1)),
    regle: regle === null ? [] : regleEnTexte(regle),
  }
}

function isInForce({ du, au }: Periode, day: CivilDate): boolean {
  return (du === null || du <= day) && (au === null || day < au)
}

/** Which facts the sheet states, and can therefore be confirmed. */
export function faitsEnonces(fiche: FicheStructure): FaitsEnonces {
  return {
    operateur: true,
    commune: fiche.commune !== null,
    adresse: fiche.adresse !== null,
    horaires: fiche.semaineOrdinaire.length > 0,
    capacite: fiche.dispositifs.every(({ capacites, regle }) => capacites.length > 0 || regle.length === 0),
    depuis: fiche.depuis !== null,
    statut: true,
    services: fiche.services.length > 0,
  }
}
