import { addDays, type CivilDate, daysBetween, toParis, weekday } from '../commun/civil-date'
import { type Creneau, creneauxDuJour, type EtatOuverture, type Horaires } from './horaires'

const NBSP = '\u00a0'
const MINUTES_PER_DAY = 1440
const JOURS_COURTS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'] as const
const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** One line of the week: days of a same opening, and their hours. */
export type LigneSemaine = { jours: string; heures: string }

/** « 10 h 30 », « 0 h », « minuit » for the end of a day. Minutes since midnight, past 1440 for the next day. */
export function heureEnTexte(minutes: number): string {
  if (minutes === MINUTES_PER_DAY) return 'minuit'
  const inDay = minutes % MINUTES_PER_DAY
  const rest = inDay % 60
  return `${Math.floor(inDay / 60)}${NBSP}h${rest === 0 ? '' : `${NBSP}${String(rest).padStart(2, '0')}`}`
}

/** « 9 h – 12 h, 14 h – 17 h », « 24 h/24 », « fermé ». */
export function creneauxEnTexte(creneaux: readonly Creneau[]): string {
  if (creneaux.length === 0) return 'fermé'
  if (creneaux.some(({ ouvre, ferme }) => ferme - ouvre >= MINUTES_PER_DAY)) return `24${NBSP}h/24`
  return creneaux
    .map(({ ouvre, ferme }) => `${heureEnTexte(ouvre)}${NBSP}–${NBSP}${heureEnTexte(ferme)}`)
    .join(', ')
}

/** The ordinary week in force on this day, exceptions left aside, days of a same opening grouped: « lun.–ven. », « tous les jours ». */
export function semaineOrdinaire(horaires: Horaires, day: CivilDate): LigneSemaine[] {
  const monday = addDays(day, 1 - weekday(day))
  const ordinary = { plages: inForce(horaires, day), exceptions: [] }
  const texts = JOURS.map((_, index) => creneauxEnTexte(creneauxDuJour(ordinary, addDays(monday, index))))
  const groups: { first: number; last: number; heures: string }[] = []
  for (const [index, heures] of texts.entries()) {
    const previous = groups.at(-1)
    if (previous?.heures === heures) previous.last = index
    else groups.push({ first: index, last: index, heures })
  }
  return groups
    .filter(({ heures }) => heures !== 'fermé')
    .map(({ first, last, heures }) => ({ jours: joursEnTexte(first, last), heures }))
}

/** The ordinary week on one line; empty when no hours are known. */
export function semaineEnTexte(horaires: Horaires, day: CivilDate): string {
  return semaineOrdinaire(horaires, day)
    .map(({ jours, heures }) => `${jours} ${heures}`)
    .join(' ; ')
}

/** Day by day, the seven days from Monday of the week of `day`, exceptions applied. */
export function semaineCourante(
  horaires: Horaires,
  day: CivilDate,
): { date: CivilDate; jour: string; heures: string; motif: string | null }[] {
  const monday = addDays(day, 1 - weekday(day))
  return JOURS.map((jour, index) => {
    const date = addDays(monday, index)
    const exception = horaires.exceptions.find((each) => each.jour === date)
    return {
      date,
      jour,
      heures: creneauxEnTexte(creneauxDuJour(horaires, date)),
      motif: exception?.motif ?? null,
    }
  })
}

/** « Ouvert jusqu’à 16 h 30 », « Fermé, ouvre lundi à 10 h 30 », « Ouvert jour et nuit », « Horaires inconnus ». */
export function etatEnTexte(etat: EtatOuverture, instant: Date): string {
  switch (etat.etat) {
    case 'INCONNU':
      return 'Horaires inconnus'
    case 'OUVERT':
      return etat.jusqua === null
        ? 'Ouvert jour et nuit'
        : `Ouvert jusqu’${fermetureEnTexte(etat.jusqua, instant)}`
    case 'FERME':
      return etat.jusqua === null
        ? 'Fermé, sans réouverture connue'
        : `Fermé, ouvre ${ouvertureEnTexte(etat.jusqua, instant)}`
  }
}

// The rows of other periods would otherwise show as soon as the week holds the day they start.
function inForce({ plages }: Horaires, day: CivilDate) {
  return plages
    .filter(({ du, au }) => (du === null || du <= day) && (au === null || day < au))
    .map((plage) => ({ ...plage, du: null, au: null }))
}

function joursEnTexte(first: number, last: number): string {
  if (first === 0 && last === 6) return 'tous les jours'
  if (first === last) return JOURS_COURTS[first] ?? ''
  return `${JOURS_COURTS[first]}${last === first + 1 ? ' et ' : '–'}${JOURS_COURTS[last]}`
}

// A closing at 0 h is the midnight that ends the day before.
function fermetureEnTexte(moment: Date, instant: Date): string {
  const at = toParis(moment)
  const date = at.minute === 0 ? addDays(at.date, -1) : at.date
  const heure = heureEnTexte(at.minute === 0 ? MINUTES_PER_DAY : at.minute)
  const days = daysBetween(toParis(instant).date, date)
  if (days <= 0) return `à ${heure}`
  if (days === 1) return `à demain ${heure}`
  return days < 7 ? `à ${JOURS[weekday(date) - 1]} ${heure}` : `au ${dateCourte(date)} à ${heure}`
}

function ouvertureEnTexte(moment: Date, instant: Date): string {
  const { date, minute } = toParis(moment)
  const heure = heureEnTexte(minute)
  const days = daysBetween(toParis(instant).date, date)
  if (days === 0) return `à ${heure}`
  if (days === 1) return `demain à ${heure}`
  return days < 7 ? `${JOURS[weekday(date) - 1]} à ${heure}` : `le ${dateCourte(date)} à ${heure}`
}

function dateCourte(date: CivilDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}`
}
