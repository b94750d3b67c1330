import { addDays, daysBetween, fromParis } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Donnees, Sejour } from './types'
import { isWithin, type Mesure, type Nuits, sentIn } from './mesures'

/** Nights in each place of each side, at 4 in the morning: closed, free, occupied, and by how many persons. */
export function measurePlaces({ fermetures, sejours, places }: Donnees, { du, au }: Nuits): Mesure[] {
  const days = Array.from({ length: Math.max(0, daysBetween(du, au) + 1) }, (_, index) => addDays(du, index))
  const instants = days
    .map((day) => fromParis(addDays(day, 1), 4 * 60).getTime())
    .filter((instant) => instant >= Date.UTC(2026, 0, 1))
  return places.flatMap((side) => {
    const isClosed = (instant: number) =>
      fermetures.some(
        (each) => each.side === side && each.du.getTime() <= instant && instant < each.au.getTime(),
      )
    const open = instants.filter((instant) => !isClosed(instant))
    const siens = sejours
      .filter((sejour) => sejour.side === side)
      .map(({ debut, fin, personnes }) => ({
        personnes,
        nuits: open.filter((instant) => debut.getTime() <= instant && instant < fin.getTime()).length,
      }))
      .filter(({ nuits }) => nuits > 0)
    const occupees = siens.reduce((sum, { nuits }) => sum + nuits, 0)
    const personnes = siens.reduce((sum, sejour) => sum + sejour.personnes, 0)
    const couples = siens.filter((sejour) => sejour.personnes > 1)
    const supplement = couples.reduce((sum, { nuits }) => sum + nuits, 0)
    const measure = (colonne: string, valeur: number, effectif: number) =>
      valeur === 0 ? [] : [{ atome: side.dispositif, colonnes: [colonne], valeur, effectif }]
    return [
      ...measure('ouvertes', open.length, 0),
      ...measure('fermees', instants.length - open.length, 0),
      ...measure('occupees', occupees, personnes),
      ...measure('libres', open.length - occupees, 0),
      ...measure('nuitees', occupees + supplement, personnes),
      ...measure('supplement', supplement, couples.length * 2),
    ]
  })
}

/** Stays begun, ended by destination, and what each brought or did not. */
export function measureStays({ sejours }: Donnees, nuits: Nuits): Mesure[] {
  return sejours.flatMap((sejour) => [
    ...(isWithin(workDayOf(sejour.debut), nuits) ? [measureOf(sejour, ['entrees'])] : []),
    ...(isWithin(workDayOf(sejour.fin), nuits) ? [measureOf(sejour, exitsOf(sejour))] : []),
  ])
}

function measureOf({ side, personnes }: Sejour, colonnes: readonly string[]): Mesure {
  return { atome: side.dispositif, colonnes, valeur: 1, effectif: personnes }
}

function exitsOf({ destination, acquis }: Sejour): string[] {
  const every = ['REPOS', 'ALIMENTATION', 'HYGIENE', 'PAROLE', 'SOINS', 'DROITS', 'LIEN', 'PROJET']
  const isTicked = (each: string) => destination !== null && acquis.includes(each)
  return [
    'sorties',
    `sorties/${destination ?? 'INCONNUE'}`,
    ...every.flatMap((each) => [
      `acquis/${each}/toutes`,
      isTicked(each) ? `acquis/${each}` : `acquis/${each}/non`,
    ]),
  ]
}

/** Distinct persons of each structure, those it had never seen apart. */
export function measurePersons(donnees: Donnees, nuits: Nuits): Mesure[] {
  const { monde, seconde, sejours, personnes, orientations } = donnees
  return [monde.paris.structure, monde.seine.structure, seconde].flatMap((structure) =>
    personnes.flatMap((personne) => {
      const stays = sejours.filter((each) => each.side.structure === structure && each.personne === personne)
      const isStaying = stays.some(
        ({ debut, fin }) => debut < startOf(addDays(nuits.au, 1)) && fin > startOf(nuits.du),
      )
      const sent = orientations.filter((each) => each.structure === structure && each.personne === personne)
      const isSent = sentIn({ ...donnees, orientations: sent }, nuits).length > 0
      if (!isStaying && !isSent) return []
      const isKnown =
        stays.some(({ debut }) => debut < startOf(nuits.du)) ||
        sent.some(({ envoyee }) => envoyee !== null && workDayOf(envoyee) < nuits.du)
      const traits = [isKnown ? 'connus' : 'nouveaux', genderOf(personne.genre), ageOf(personne.tranche)]
      return [{ atome: structure, colonnes: ['file-active', ...traits], valeur: 1, effectif: 1 }]
    }),
  )
}

function startOf(nuit: Nuits['du']): Date {
  return fromParis(nuit, 12 * 60)
}

function genderOf(genre: string): string {
  return genre === 'FEMME' || genre === 'FEMME_TRANS' ? 'femmes' : 'autres-genres'
}

function ageOf(tranche: string): string {
  return tranche === 'DE_18_24' ? '18-24' : tranche === 'PLUS_60' ? '60-plus' : 'autres-ages'
}
