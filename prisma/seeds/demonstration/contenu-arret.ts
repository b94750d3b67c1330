import type { KindBesoin, KindIncident } from '@/db/generated/enums'
import type { CivilDate } from '@/domain/commun/civil-date'
import { expandKits } from '@/domain/maraudes/articles'
import type { CarteRdr, CauseSansReponse, ReponseBesoin } from '@/domain/maraudes/listes'
import { summer } from './fenetre'
import type { Hasard, Poids } from './hasard'
import type { Lignes } from './lignes'
import { drawRencontre } from './profils'

/** A stop to fill: how many people, which night. */
export type ArretAFaire = { id: string; arrivee: Date; nuit: CivilDate; personnes: number; femmes: boolean }

const PART_NOUVEAUX = 0.23

/** What a stop may give: how often it does when people are there, and how many for each of them; a kit becomes its items. */
const donnes: Readonly<Record<string, readonly [souvent: number, parPersonne: number]>> = {
  'kit-inhalation': [0.62, 0.75],
  embout: [0.3, 0.8],
  grille: [0.18, 0.8],
  'pipe-coudee': [0.15, 0.4],
  aluminium: [0.1, 0.5],
  bicarbonate: [0.06, 0.6],
  'kit-injection': [0.13, 0.4],
  'seringue-1cc': [0.16, 0.8],
  'seringue-2cc': [0.05, 0.6],
  'eau-ppi': [0.07, 0.7],
  'kit-sniff': [0.05, 0.4],
  'preservatif-externe': [0.28, 0.9],
  gel: [0.07, 0.6],
  'naloxone-nasale': [0.05, 0.25],
  'conteneur-dasri': [0.05, 0.2],
  'eau-potable': [0.3, 0.7],
  collation: [0.3, 0.8],
  'kit-hygiene': [0.08, 0.4],
  'ticket-service': [0.07, 0.4],
}
const recuperes: Readonly<Record<string, number>> = { 'seringue-usagee': 0.16, 'pipe-usagee': 0.12 }

const besoins: Poids<KindBesoin> = {
  DORMIR: 30,
  SE_LAVER: 10,
  MANGER: 14,
  SOINS: 15,
  SEVRAGE: 6,
  PSY: 5,
  DROITS: 7,
  PAPIERS: 6,
  TELEPHONE: 4,
  ACTIVITE: 3,
}
const reponses: Readonly<Record<KindBesoin, Poids<ReponseBesoin>>> = {
  DORMIR: { REPONDU: 3, ORIENTE: 37, SANS_REPONSE: 60 },
  SE_LAVER: { REPONDU: 10, ORIENTE: 70, SANS_REPONSE: 20 },
  MANGER: { REPONDU: 65, ORIENTE: 25, SANS_REPONSE: 10 },
  SOINS: { REPONDU: 40, ORIENTE: 48, SANS_REPONSE: 12 },
  SEVRAGE: { REPONDU: 5, ORIENTE: 65, SANS_REPONSE: 30 },
  PSY: { REPONDU: 15, ORIENTE: 45, SANS_REPONSE: 40 },
  DROITS: { REPONDU: 25, ORIENTE: 65, SANS_REPONSE: 10 },
  PAPIERS: { REPONDU: 10, ORIENTE: 75, SANS_REPONSE: 15 },
  TELEPHONE: { REPONDU: 60, ORIENTE: 20, SANS_REPONSE: 20 },
  ACTIVITE: { REPONDU: 20, ORIENTE: 60, SANS_REPONSE: 20 },
}
const causes: Poids<CauseSansReponse> = {
  FERME: 24,
  PAS_DE_MOYENS: 20,
  ATTENTE_TROP_LONGUE: 18,
  TROP_LOIN: 16,
  PAS_DE_REPONSE: 14,
  CRITERES: 4,
  AUTRE: 4,
}
const causesDormir: Poids<CauseSansReponse> = {
  PAS_DE_PLACE: 62,
  PAS_DE_REPONSE: 14,
  CRITERES: 10,
  ATTENTE_TROP_LONGUE: 6,
  TROP_LOIN: 5,
  FERME: 3,
}

const incidents: Poids<KindIncident> = { VIOLENCE: 45, SURDOSE: 12, NALOXONE: 14, AES: 5, AUTRE: 24 }
const cartes: Poids<CarteRdr> = {
  inhalation: 30,
  'materiel-propre': 22,
  'eau-repos': 16,
  'pas-seul': 9,
  injection: 8,
  depistage: 6,
  melanges: 5,
  naloxone: 4,
}

/** Adds what happened at a stop: people by profile, material, needs, incidents, messages given. */
export function addContenu(lignes: Lignes, arret: ArretAFaire, hasard: Hasard): void {
  addRencontres(lignes, arret, hasard)
  addMateriel(lignes, arret, hasard)
  addBesoins(lignes, arret, hasard)
  addIncident(lignes, arret, hasard)
  for (const carte of new Set(
    Array.from({ length: hasard.count(arret.personnes * 0.08) }, () => hasard.weighted(cartes)),
  )) {
    const personnes = hasard.between(1, Math.max(1, Math.ceil(arret.personnes / 2)))
    lignes.messages_rdr.push({ id: hasard.id(arret.arrivee), arretId: arret.id, carte, personnes })
  }
}

function addRencontres(
  lignes: Lignes,
  { id, arrivee, personnes, femmes }: ArretAFaire,
  hasard: Hasard,
): void {
  const parProfil = new Map<string, Lignes['rencontres'][number] & { connus: number; nouveaux: number }>()
  for (let person = 0; person < personnes; person++) {
    const profil = drawRencontre(hasard, femmes)
    const key = Object.values(profil).join(' ')
    const ligne = parProfil.get(key) ?? {
      id: hasard.id(arrivee),
      arretId: id,
      ...profil,
      connus: 0,
      nouveaux: 0,
    }
    ligne[hasard.chance(PART_NOUVEAUX) ? 'nouveaux' : 'connus'] += 1
    parProfil.set(key, ligne)
  }
  lignes.rencontres.push(...parProfil.values())
}

function addMateriel(lignes: Lignes, { id, arrivee, personnes }: ArretAFaire, hasard: Hasard): void {
  const kits: Record<string, number> = {}
  for (const [code, [souvent, parPersonne]] of Object.entries(donnes)) {
    if (hasard.chance(souvent)) kits[code] = hasard.count(parPersonne * personnes)
  }
  const items: Record<string, number> = {}
  for (const [code, parPersonne] of Object.entries(recuperes))
    items[code] = hasard.count(parPersonne * personnes)
  const given = Object.entries(expandKits(kits)).map(([code, quantite]) => ['DONNE', code, quantite] as const)
  const taken = Object.entries(items).map(([code, quantite]) => ['RECUPERE', code, quantite] as const)
  for (const [sens, articleCode, quantite] of [...given, ...taken]) {
    if (quantite > 0)
      lignes.materiels.push({ id: hasard.id(arrivee), arretId: id, articleCode, sens, quantite })
  }
}

function addBesoins(lignes: Lignes, { id, arrivee, nuit, personnes }: ArretAFaire, hasard: Hasard): void {
  const cold = { ...besoins, DORMIR: (besoins.DORMIR ?? 0) * (1 - 0.35 * summer(nuit)) }
  for (const kind of new Set(
    Array.from({ length: hasard.count(personnes * 0.14) }, () => hasard.weighted(cold)),
  )) {
    const reponse = hasard.weighted(reponses[kind])
    const cause =
      reponse === 'SANS_REPONSE' ? hasard.weighted(kind === 'DORMIR' ? causesDormir : causes) : null
    const concerned = hasard.chance(0.2) ? Math.min(2, personnes) : 1
    lignes.besoins.push({ id: hasard.id(arrivee), arretId: id, kind, personnes: concerned, reponse, cause })
  }
}

function addIncident(lignes: Lignes, { id, arrivee, personnes }: ArretAFaire, hasard: Hasard): void {
  if (personnes === 0 || !hasard.chance(0.015)) return
  const kind = hasard.weighted(incidents)
  const doses = kind === 'NALOXONE' ? hasard.between(1, 2) : 0
  lignes.incidents.push({ id: hasard.id(arrivee), arretId: id, kind, personnes: 1, doses })
}
