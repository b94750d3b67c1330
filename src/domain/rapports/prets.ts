import type { CivilDate } from '@/domain/commun/civil-date'
import type { Demande } from './demande'
import { findIndicateur } from './catalogue'
import type { Dimension } from './indicateur'
import { CHOSEN_DATES, lastQuarter, parsePeriode, type Periode } from './periode'

/** Which period a ready report is usually asked for. */
export type Rythme = 'TRIMESTRE' | 'ANNEE'

/** A part of a ready report: indicators cut alike, under one heading. */
export type Chapitre = { titre: string; par: Dimension; indicateurs: readonly string[] }

/** A report that is asked for every quarter or every year, whole. `pour`: who reads it. */
export type RapportPret = {
  id: string
  nom: string
  pour: string
  rythme: Rythme
  chapitres: readonly Chapitre[]
}

const presence: Chapitre = {
  titre: 'Présence et rencontres',
  par: 'departement',
  indicateurs: ['heures', 'maraudes', 'contacts', 'nouveaux-contacts', 'femmes', 'jeunes', 'aines'],
}
const profils: Chapitre = {
  titre: 'Profil des personnes rencontrées',
  par: 'departement',
  indicateurs: ['contacts-par-genre', 'contacts-par-age'],
}
const materiel: Chapitre = {
  titre: 'Matériel de réduction des risques et dépistage',
  par: 'departement',
  indicateurs: [
    'materiel-donne',
    'materiel-recupere',
    'taux-recuperation',
    'naloxone-remise',
    'trod-realises',
  ],
}
const besoins: Chapitre = {
  titre: 'Besoins exprimés',
  par: 'departement',
  indicateurs: [
    'besoins-exprimes',
    'besoins-sans-reponse',
    'causes-sans-reponse',
    'registre',
    'registre-causes',
  ],
}
const actes: Chapitre = {
  titre: 'Actes et incidents',
  par: 'departement',
  indicateurs: ['messages-rdr', 'mediations', 'incidents', 'doses-naloxone'],
}
const orientations: Chapitre = {
  titre: 'Orientations d’un département à l’autre',
  par: 'trajet',
  indicateurs: ['orientations', 'taux-admission', 'delai-reponse', 'delai-place'],
}
const demandes: Chapitre = { titre: 'Demandes et refus', par: 'dispositif', indicateurs: ['refus'] }
const places: Chapitre = {
  titre: 'Places de nuit',
  par: 'departement',
  indicateurs: ['places', 'taux-occupation', 'nuitees'],
}
const sejours: Chapitre = {
  titre: 'Séjours et sorties',
  par: 'dispositif',
  indicateurs: ['entrees', 'sorties', 'durees-sejour', 'acquis'],
}
const marches: Chapitre = {
  titre: 'Marches du parcours',
  par: 'nature',
  indicateurs: ['montees', 'attente-marche'],
}
const repos: Chapitre = {
  titre: 'Espaces de repos',
  par: 'departement',
  indicateurs: ['passages-repos', 'refus-repos', 'pointe-repos'],
}
const suivi: Chapitre = {
  titre: 'Liens repris et démarches',
  par: 'organisation',
  indicateurs: ['reprises-contact', 'demarches'],
}
const fileActive: Chapitre = { titre: 'File active', par: 'structure', indicateurs: ['file-active'] }

/** Every ready report, in the order of the catalogue. A new one is one entry here. */
export const rapportsPrets: readonly RapportPret[] = [
  {
    id: 'mmpcr-trimestre',
    nom: 'Trimestre de la MMPCR',
    pour: 'Le comité de pilotage des deux départements, chaque trimestre',
    rythme: 'TRIMESTRE',
    chapitres: [
      presence,
      materiel,
      besoins,
      orientations,
      places,
      { titre: 'Attente avant l’entrée', par: 'nature', indicateurs: ['attente-marche'] },
      repos,
      suivi,
    ],
  },
  {
    id: 'mmpcr-annee',
    nom: 'Année de la MMPCR',
    pour: 'Le rapport annuel des deux départements',
    rythme: 'ANNEE',
    chapitres: [
      presence,
      { ...presence, titre: 'Présence et rencontres par EPT', par: 'ept' },
      profils,
      actes,
      materiel,
      besoins,
      orientations,
      { ...demandes, titre: 'Demandes et refus par nature de dispositif', par: 'nature' },
      { ...places, titre: 'Places de nuit par nature de dispositif', par: 'nature' },
      { titre: 'Sorties par département', par: 'departement', indicateurs: ['sorties'] },
      { ...sejours, par: 'nature' },
      marches,
      repos,
      suivi,
    ],
  },
  {
    id: 'caarud-annee',
    nom: 'Activité annuelle d’un CAARUD',
    pour: 'Le rapport d’activité remis chaque année à l’ARS',
    rythme: 'ANNEE',
    chapitres: [
      { titre: 'Territoire', par: 'commune', indicateurs: ['heures', 'maraudes', 'contacts'] },
      fileActive,
      { ...presence, titre: 'Personnes rencontrées' },
      profils,
      actes,
      materiel,
      besoins,
      orientations,
      { ...repos, par: 'dispositif' },
      suivi,
    ],
  },
  {
    id: 'csapa-annee',
    nom: 'Activité annuelle d’un CSAPA avec hébergement',
    pour: 'Le rapport d’activité remis chaque année à l’ARS',
    rythme: 'ANNEE',
    chapitres: [
      fileActive,
      orientations,
      demandes,
      { ...places, titre: 'Hébergement', par: 'dispositif' },
      sejours,
      { ...marches, par: 'dispositif' },
      suivi,
    ],
  },
  {
    id: 'occupation',
    nom: 'Occupation des dispositifs',
    pour: 'Les responsables d’hébergement et les financeurs',
    rythme: 'TRIMESTRE',
    chapitres: [
      { ...places, titre: 'Par département' },
      { ...places, titre: 'Par nature de dispositif', par: 'nature' },
      { ...places, titre: 'Par dispositif', par: 'dispositif' },
      { ...repos, par: 'dispositif' },
    ],
  },
  {
    id: 'couverture',
    nom: 'Couverture du territoire par les maraudes',
    pour: 'Les équipes, pour décider où aller',
    rythme: 'TRIMESTRE',
    chapitres: (['commune', 'ept', 'territoire'] as const).map((par) => ({
      titre: { commune: 'Par commune', ept: 'Par EPT', territoire: 'Par territoire' }[par],
      par,
      indicateurs: ['heures', 'maraudes', 'contacts', 'derniere-visite'],
    })),
  },
]

/** The ready report of this id, or undefined. */
export function findPret(id: string): RapportPret | undefined {
  return rapportsPrets.find((pret) => pret.id === id)
}

/** The last whole quarter or year before this day: what such a report is usually about. */
export function usualPeriode({ rythme }: RapportPret, today: CivilDate): Periode {
  const annee = rythme === 'ANNEE' ? parsePeriode(String(Number(today.slice(0, 4)) - 1)) : null
  return annee ?? lastQuarter(today)
}

/** What the address of a period says, after the `?`. */
export function periodeQuestion({ code, du, au }: Periode): URLSearchParams {
  return new URLSearchParams(code === CHOSEN_DATES ? { periode: code, du, au } : { periode: code })
}

/** What one chapter asks of the catalogue, for this period and both departments. */
export function demandeOf({ par, indicateurs }: Chapitre, periode: Periode): Demande {
  return {
    indicateurs: indicateurs.flatMap((id) => findIndicateur(id) ?? []),
    periode,
    par,
    departement: null,
    comparer: null,
  }
}
