import { daysBetween } from '@/domain/commun/civil-date'
import type { Ligne } from '@/domain/rapports/axes'
import {
  type FonctionParAtome,
  type FonctionParNoeud,
  isCountedByNode,
  type NomFonction,
} from '@/domain/rapports/fait'
import {
  add,
  type Attendu,
  counts,
  departementOf,
  isWithin,
  type Mesure,
  type Nuits,
  sentIn,
} from './mesures'
import { countDelays, countLengths } from './naif-durees'
import { measurePersons, measurePlaces, measureStays } from './naif-sejours'
import {
  countPassages,
  countWaits,
  measureClimbs,
  measureGoals,
  measureRegister,
  measureSearches,
} from './naif-suivi'
import type { Arret, Donnees, Maraude } from './types'

/** Every indicator counted the slow way, row by row, in memory. It knows nothing of SQL. */
export function countNaively(
  fonction: NomFonction,
  donnees: Donnees,
  nuits: Nuits,
  axe: readonly Ligne[],
): Attendu {
  if (isCountedByNode(fonction)) return comptes[fonction](donnees, nuits, axe)
  const attendu: Attendu = new Map()
  for (const { atome, colonnes, valeur, effectif } of mesures[fonction](donnees, nuits)) {
    for (const { cle, atomes } of axe) {
      if (!atomes.includes(atome)) continue
      for (const colonne of colonnes) add(attendu, `${cle} ${colonne}`, valeur, effectif)
    }
  }
  return attendu
}

/** Days from the last night a round stopped on the line, ever, to the last night asked. */
function countVisits({ maraudes, arrets }: Donnees, { au }: Nuits, axe: readonly Ligne[]): Attendu {
  const attendu: Attendu = new Map()
  const known = maraudes.filter(({ nuit }) => nuit <= au)
  for (const { cle, atomes } of axe) {
    const nights = known
      .filter((maraude) => placesOf(maraude, arrets).some((place) => atomes.includes(place)))
      .map(({ nuit }) => daysBetween(nuit, au))
    if (nights.length > 0) attendu.set(`${cle} derniere-visite`, { valeur: Math.min(...nights), effectif: 0 })
  }
  return attendu
}

function placesOf(maraude: Maraude, arrets: readonly Arret[]): string[] {
  const stops = arrets.filter((arret) => arret.maraude === maraude && arret.statut === 'ACTIF')
  return stops.length > 0 ? stops.map(({ commune }) => commune) : [maraude.secteur ?? '']
}

const comptes: Record<FonctionParNoeud, (donnees: Donnees, nuits: Nuits, axe: readonly Ligne[]) => Attendu> =
  {
    maraudes: countRounds,
    visites: countVisits,
    delais: countDelays,
    durees: countLengths,
    repos: countPassages,
    attentes: countWaits,
  }

const mesures: Record<FonctionParAtome, (donnees: Donnees, nuits: Nuits) => Mesure[]> = {
  heures: ({ maraudes, arrets }, nuits) =>
    maraudes
      .filter(({ nuit, fin }) => isWithin(nuit, nuits) && fin !== null)
      .flatMap((maraude) => shareHours(maraude, arrets)),
  contacts: ({ rencontres }, nuits) =>
    rencontres
      .filter(({ arret }) => counts(arret, nuits))
      .flatMap(({ arret, genre, tranche, connus, nouveaux }) => {
        const measure = (nombre: number, colonnes: string[]) => ({
          atome: arret.commune,
          colonnes,
          valeur: nombre,
          effectif: nombre,
        })
        return [
          measure(connus + nouveaux, ['contacts', ...gendersOf(genre), ...agesOf(tranche)]),
          measure(nouveaux, ['nouveaux']),
          ...(connus === 0 ? [] : [measure(connus, ['connus'])]),
        ]
      }),
  materiel: measureMaterial,
  besoins: ({ besoins }, nuits) =>
    besoins
      .filter(({ arret }) => counts(arret, nuits))
      .map(({ arret, kind, personnes, reponse, cause }) => {
        const suite = reponse === 'SANS_REPONSE' ? 'sans-reponse' : 'repondus'
        return {
          atome: arret.commune,
          colonnes: [
            'besoins',
            `besoins/${kind}`,
            suite,
            `${suite}/${kind}`,
            ...(cause === null ? [] : [`cause/${cause}`]),
          ],
          valeur: personnes,
          effectif: personnes,
        }
      }),
  actes: measureActs,
  orientations: (donnees, nuits) =>
    sentIn(donnees, nuits).map(({ from, to, statut, motif, personnes }) => ({
      atome: `${departementOf(donnees, from)}>${to === null ? '' : departementOf(donnees, to)}`,
      colonnes: [
        'orientations',
        issueOf(statut),
        ...(statut === 'REFUSEE' ? [`refusees/${motif ?? ''}`] : []),
      ],
      valeur: 1,
      effectif: personnes,
    })),
  refus: (donnees, nuits) =>
    sentIn(donnees, nuits).map(({ to, statut, motif, personnes }) => ({
      atome: to?.dispositif ?? '',
      colonnes: ['demandes', ...(statut === 'REFUSEE' ? ['refus', `refus/${motif ?? ''}`] : ['autres'])],
      valeur: 1,
      effectif: personnes,
    })),
  places: measurePlaces,
  sejours: measureStays,
  file_active: measurePersons,
  registre: measureRegister,
  reprises: measureSearches,
  demarches: measureGoals,
  montees: measureClimbs,
}

function gendersOf(genre: string): string[] {
  if (genre === 'FEMME' || genre === 'FEMME_TRANS') return ['femmes']
  return [genre === 'HOMME' || genre === 'HOMME_TRANS' ? 'hommes' : 'genre-autre', 'autres-genres']
}

function agesOf(tranche: string): string[] {
  if (tranche === 'DE_18_24') return ['18-24']
  return tranche === 'PLUS_60' ? ['60-plus'] : [`age/${tranche}`, 'autres-ages']
}

function measureActs({ incidents, messages, arrets }: Donnees, nuits: Nuits): Mesure[] {
  const ofIncidents = incidents
    .filter(({ arret, personnes, doses }) => counts(arret, nuits) && personnes + doses > 0)
    .flatMap(({ arret: { commune }, kind, personnes, doses }) => [
      ...(personnes > 0
        ? [
            {
              atome: commune,
              colonnes: ['incidents', `incidents/${kind}`],
              valeur: personnes,
              effectif: personnes,
            },
          ]
        : []),
      ...(doses > 0 ? [{ atome: commune, colonnes: ['doses'], valeur: doses, effectif: personnes }] : []),
    ])
  const ofMessages = messages
    .filter(({ arret }) => counts(arret, nuits))
    .map(({ arret: { commune }, personnes }) => {
      return { atome: commune, colonnes: ['messages'], valeur: personnes, effectif: personnes }
    })
  const ofStops = arrets
    .filter((arret) => counts(arret, nuits) && arret.mediations > 0)
    .map(({ commune, mediations }) => {
      return { atome: commune, colonnes: ['mediations'], valeur: mediations, effectif: 0 }
    })
  return [...ofIncidents, ...ofMessages, ...ofStops]
}

function shareHours(maraude: Maraude, arrets: readonly Arret[]): Mesure[] {
  const fin = maraude.fin?.getTime() ?? 0
  const hours = (fin - maraude.debut.getTime()) / 3_600_000
  const siens = arrets
    .filter((arret) => arret.maraude === maraude && arret.statut === 'ACTIF')
    .toSorted((one, other) => one.arrivee.getTime() - other.arrivee.getTime() || (one.id < other.id ? -1 : 1))
  if (siens.length === 0)
    return [{ atome: maraude.secteur ?? '', colonnes: ['heures'], valeur: hours, effectif: 0 }]
  const presences = siens.map(({ arrivee, depart }, rang) => {
    const until = depart?.getTime() ?? siens[rang + 1]?.arrivee.getTime() ?? fin
    return Math.max(60_000, until - arrivee.getTime())
  })
  const toutes = presences.reduce((sum, presence) => sum + presence, 0)
  return siens.map(({ commune }, rang) => ({
    atome: commune,
    colonnes: ['heures'],
    valeur: (hours * (presences[rang] ?? 0)) / toutes,
    effectif: 0,
  }))
}

function countRounds({ maraudes, arrets }: Donnees, nuits: Nuits, axe: readonly Ligne[]): Attendu {
  const attendu: Attendu = new Map()
  for (const maraude of maraudes.filter(({ nuit }) => isWithin(nuit, nuits))) {
    const communes = arrets
      .filter((arret) => arret.maraude === maraude && arret.statut === 'ACTIF')
      .map(({ commune }) => commune)
    const places = communes.length > 0 ? communes : [maraude.secteur ?? '']
    for (const { cle } of axe.filter(({ atomes }) => atomes.some((atome) => places.includes(atome)))) {
      add(attendu, `${cle} maraudes`, 1, 0)
      if (maraude.fin === null) add(attendu, `${cle} ouvertes`, 1, 0)
    }
  }
  return attendu
}

function measureMaterial({ arrets, remises, rencontres }: Donnees, nuits: Nuits): Mesure[] {
  return arrets
    .filter((arret) => counts(arret, nuits))
    .flatMap((arret) => {
      const met = rencontres
        .filter((rencontre) => rencontre.arret === arret)
        .reduce((sum, { connus, nouveaux }) => sum + connus + nouveaux, 0)
      const parColonne = new Map<string, number[]>()
      for (const { sens, groupe, article, quantite } of remises.filter((remise) => remise.arret === arret)) {
        for (const colonne of [sens, `${sens}/${groupe}`, `${sens}/${groupe}/${article}`]) {
          parColonne.set(colonne, [...(parColonne.get(colonne) ?? []), quantite])
        }
      }
      return [...parColonne].map(([colonne, quantites]) => ({
        atome: arret.commune,
        colonnes: [colonne],
        valeur: quantites.reduce((sum, quantite) => sum + quantite, 0),
        effectif: personsBehind(colonne, quantites, met),
      }))
    })
}

/** A test is done to one person, who may have had them all; material is given to one at least. */
function personsBehind(colonne: string, quantites: readonly number[], met: number): number {
  if (colonne.startsWith('REALISE')) return Math.max(...quantites)
  return colonne.startsWith('DONNE') ? Math.max(1, met) : met
}

function issueOf(statut: string): string {
  if (['ACCEPTEE', 'ARRIVEE', 'CLOSE', 'NON_VENUE'].includes(statut)) return 'acceptees'
  const issues: Record<string, string> = {
    REFUSEE: 'refusees',
    RENONCEE: 'renoncees',
    RETIREE: 'retirees',
    EXPIREE: 'expirees',
  }
  return issues[statut] ?? 'en-cours'
}
