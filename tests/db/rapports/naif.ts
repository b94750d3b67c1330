import { addDays, type CivilDate, daysBetween, fromParis } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Ligne } from '@/domain/rapports/axes'
import type { NomFonction } from '@/domain/rapports/fait'
import type { Cote } from '../socle/monde'
import type { Arret, Donnees, Maraude } from './donnees'

export type Nuits = { du: CivilDate; au: CivilDate }
/** One counted thing: where on the axis, in which columns, how much, and how many persons. */
type Mesure = { atome: string; colonnes: readonly string[]; valeur: number; effectif: number }
export type Attendu = Map<string, { valeur: number; effectif: number }>

/** Every indicator counted the slow way, row by row, in memory. It knows nothing of SQL. */
export function countNaively(
  fonction: NomFonction,
  donnees: Donnees,
  nuits: Nuits,
  axe: readonly Ligne[],
): Attendu {
  if (fonction === 'maraudes') return countRounds(donnees, nuits, axe)
  const attendu: Attendu = new Map()
  for (const { atome, colonnes, valeur, effectif } of mesures[fonction](donnees, nuits)) {
    for (const { cle, atomes } of axe) {
      if (!atomes.includes(atome)) continue
      for (const colonne of colonnes) add(attendu, `${cle} ${colonne}`, valeur, effectif)
    }
  }
  return attendu
}

const mesures: Record<Exclude<NomFonction, 'maraudes'>, (donnees: Donnees, nuits: Nuits) => Mesure[]> = {
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
        const age = tranche === 'DE_18_24' ? '18-24' : tranche === 'PLUS_60' ? '60-plus' : 'autres-ages'
        const femme = genre === 'FEMME' || genre === 'FEMME_TRANS' ? 'femmes' : 'autres-genres'
        return [
          measure(connus + nouveaux, ['contacts', femme, age]),
          measure(nouveaux, ['nouveaux']),
          ...(connus === 0 ? [] : [measure(connus, ['connus'])]),
        ]
      }),
  materiel: measureMaterial,
  besoins: ({ besoins }, nuits) =>
    besoins
      .filter(({ arret }) => counts(arret, nuits))
      .map(({ arret, kind, personnes, reponse }) => {
        const suite = reponse === 'SANS_REPONSE' ? 'sans-reponse' : 'repondus'
        return {
          atome: arret.commune,
          colonnes: ['besoins', `besoins/${kind}`, suite, `${suite}/${kind}`],
          valeur: personnes,
          effectif: personnes,
        }
      }),
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
      const parColonne = new Map<string, number>()
      for (const { sens, groupe, article, quantite } of remises.filter((remise) => remise.arret === arret)) {
        for (const colonne of [sens, `${sens}/${groupe}`, `${sens}/${groupe}/${article}`]) {
          parColonne.set(colonne, (parColonne.get(colonne) ?? 0) + quantite)
        }
      }
      return [...parColonne].map(([colonne, valeur]) => ({
        atome: arret.commune,
        colonnes: [colonne],
        valeur,
        effectif: colonne.startsWith('DONNE') ? Math.max(1, met) : met,
      }))
    })
}

function measurePlaces({ sejours, places }: Donnees, { du, au }: Nuits): Mesure[] {
  const days = Array.from({ length: Math.max(0, daysBetween(du, au) + 1) }, (_, index) => addDays(du, index))
  const nights = days.map((day) => fromParis(addDays(day, 1), 4 * 60).getTime())
  return places.flatMap((side) => {
    const open = nights.filter((instant) => instant >= Date.UTC(2026, 0, 1))
    const siens = sejours
      .filter((sejour) => sejour.side === side)
      .map(({ debut, fin, personnes }) => ({
        personnes,
        nuits: open.filter((instant) => debut.getTime() <= instant && instant < fin.getTime()).length,
      }))
      .filter(({ nuits }) => nuits > 0)
    const occupees = siens.reduce((sum, { nuits }) => sum + nuits, 0)
    const personnes = siens.reduce((sum, sejour) => sum + sejour.personnes, 0)
    if (open.length === 0) return []
    return [
      { atome: side.dispositif, colonnes: ['ouvertes'], valeur: open.length, effectif: 0 },
      { atome: side.dispositif, colonnes: ['occupees'], valeur: occupees, effectif: personnes },
      { atome: side.dispositif, colonnes: ['libres'], valeur: open.length - occupees, effectif: 0 },
    ]
  })
}

function sentIn({ orientations }: Donnees, nuits: Nuits) {
  return orientations.filter(({ envoyee }) => envoyee !== null && isWithin(workDayOf(envoyee), nuits))
}

function departementOf({ monde }: Donnees, side: Cote): string {
  return side === monde.paris ? '75' : '93'
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

function counts({ statut, maraude }: Arret, nuits: Nuits): boolean {
  return statut === 'ACTIF' && isWithin(maraude.nuit, nuits)
}

function isWithin(nuit: CivilDate, { du, au }: Nuits): boolean {
  return nuit >= du && nuit <= au
}

function add(attendu: Attendu, key: string, valeur: number, effectif: number) {
  const known = attendu.get(key) ?? { valeur: 0, effectif: 0 }
  attendu.set(key, { valeur: known.valeur + valeur, effectif: known.effectif + effectif })
}
