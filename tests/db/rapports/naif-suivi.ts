import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Ligne } from '@/domain/rapports/axes'
import { type Attendu, isWithin, type Mesure, type Nuits } from './mesures'
import { noteQuartiles } from './naif-durees'
import type { Donnees, Entree, Personne, Sejour } from './types'

/** Persons at the door, line by line, and the most that one space had at once. */
export function countPassages({ entrees }: Donnees, nuits: Nuits, axe: readonly Ligne[]): Attendu {
  const attendu: Attendu = new Map()
  for (const { cle, atomes } of axe) {
    const here = entrees.filter(
      ({ side, jour, annulee }) => !annulee && isWithin(jour, nuits) && atomes.includes(side.dispositif),
    )
    const note = (colonne: string, nombre: number) => {
      if (nombre > 0) attendu.set(`${cle} ${colonne}`, { valeur: nombre, effectif: nombre })
    }
    for (const [nom, kind] of [
      ['passages', 'ENTREE'],
      ['refus', 'REFUS'],
    ] as const) {
      const siens = here.filter((entree) => entree.kind === kind)
      const toutes = siens.reduce((sum, { personnes }) => sum + personnes, 0)
      const femmes = siens.reduce((sum, entree) => sum + entree.femmes, 0)
      note(nom, toutes)
      note(`${nom}/femmes`, femmes)
      note(`${nom}/autres`, toutes - femmes)
    }
    note('pointe', Math.max(0, ...here.map((entree) => presentsAfter(entree, here))))
  }
  return attendu
}

function presentsAfter(last: Entree, entrees: readonly Entree[]): number {
  return entrees
    .filter(({ side, jour, le }) => side === last.side && jour === last.jour && le <= last.le)
    .reduce((presents, { kind, personnes }) => {
      if (kind === 'REFUS') return presents
      return kind === 'ENTREE' ? presents + personnes : presents - personnes
    }, 0)
}

/** Needs of the register, by department. */
export function measureRegister({ registre }: Donnees, nuits: Nuits): Mesure[] {
  return registre
    .filter(({ le }) => isWithin(workDayOf(le), nuits))
    .map(({ departement, kind, cause, personnes }) => ({
      atome: departement,
      colonnes: ['registre', `registre/${kind}`, `cause/${cause}`],
      valeur: personnes,
      effectif: personnes,
    }))
}

/** Searches that are over, by organisation. */
export function measureSearches({ relances }: Donnees, nuits: Nuits): Mesure[] {
  const closed = relances.filter(({ close }) => close !== null && isWithin(workDayOf(close), nuits))
  return measuresOf(
    closed.map(({ side, personne, statut }) => ({
      organisation: side.organisation,
      personne,
      colonnes: ['relances', statut === 'REPRISE' ? 'reprises' : 'sans-contact'],
    })),
  )
}

/** Goals reached, by organisation. */
export function measureGoals({ objectifs }: Donnees, nuits: Nuits): Mesure[] {
  const reached = objectifs.filter(({ statut, le }) => statut === 'ATTEINT' && isWithin(workDayOf(le), nuits))
  return measuresOf(
    reached.map(({ personne, kind }) => ({
      organisation: personne.organisation,
      personne,
      colonnes: ['demarches', `demarches/${kind}`],
    })),
  )
}

type Suivi = { organisation: string; personne: Personne | null; colonnes: readonly string[] }

/** One by row; persons are those behind all the rows of a column: the same one counts once, one without code counts each time. */
function measuresOf(suivis: readonly Suivi[]): Mesure[] {
  const seen = new Set<string>()
  return suivis.flatMap(({ organisation, personne, colonnes }) =>
    colonnes.map((colonne) => {
      const key = personne === null ? null : `${organisation} ${colonne} ${personne.id}`
      const isNew = key === null || !seen.has(key)
      if (key !== null) seen.add(key)
      return { atome: organisation, colonnes: [colonne], valeur: 1, effectif: isNew ? 1 : 0 }
    }),
  )
}

/** Days waited before entering, line by line. */
export function countWaits({ orientations }: Donnees, nuits: Nuits, axe: readonly Ligne[]): Attendu {
  const attendu: Attendu = new Map()
  for (const { cle, atomes } of axe) {
    const here = orientations.filter(
      ({ placee, to }) =>
        placee !== null && isWithin(workDayOf(placee), nuits) && atomes.includes(to?.dispositif ?? ''),
    )
    const effectif = here.reduce((sum, { personnes }) => sum + personnes, 0)
    if (here.length > 0) attendu.set(`${cle} arrivees`, { valeur: here.length, effectif })
    const days = here.map(
      ({ placee, souhait }) => ((placee?.getTime() ?? 0) - souhait.getTime()) / 86_400_000,
    )
    noteQuartiles(attendu, `${cle} `, days, effectif)
  }
  return attendu
}

// Both sides offer urgent shelter, the third step of the pathway: these are higher.
const higher = ['SEJOUR_CONTINU', 'HOTEL', 'HEBERGEMENT', 'LOGEMENT']

/** Stays ended on a higher step or not. */
export function measureClimbs({ sejours }: Donnees, nuits: Nuits): Mesure[] {
  return sejours
    .filter(({ fin }) => isWithin(workDayOf(fin), nuits))
    .map((sejour: Sejour) => ({
      atome: sejour.side.dispositif,
      colonnes: ['montees/toutes', higher.includes(sejour.destination ?? '') ? 'montees' : 'montees/non'],
      valeur: 1,
      effectif: sejour.personnes,
    }))
}
