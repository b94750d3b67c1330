import { toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { type KindObjectif, objectifsDeDepart } from '@/domain/parcours/objectifs'
import type { Annuaire } from './annuaire'
import { type Fenetre, minutesBetween, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

const JOUR = 24 * 60
const SUIVIS = ['sleep-in-continu', 'assore-hotel', 'le-pavillon-hebergement', 'phase-appartements'] as const
/** Under three weeks nothing has been opened; over three months comes what follows care and rights. Days. */
const SUIVI = 21
const LONG = 90

const suites: readonly KindObjectif[] = [
  'PAPIERS',
  'RESSOURCES',
  'LOGEMENT',
  'ACTIVITE',
  'CITOYENNETE',
  'LIENS',
]
const rendezVous = { SOINS: 28, CSAPA: 26, CAARUD: 14, PSY: 10, DROITS: 16, LOGEMENT: 6 } as const

type Passe = { personneId: string; organisationId: string; debut: Date; jours: number; isOver: boolean }

/**
 * Adds what was reached with people whose stay is over (goals, appointments, contact found again), and what comes after the first
 * months with those whose stay goes on: a year of reports is not made of the people of tonight.
 */
export function addParcoursPasses(lignes: Lignes, annuaire: Annuaire, fenetre: Fenetre): void {
  const hasard = new Hasard(fenetre.graine, 'parcours passés')
  const started = new Set(lignes.objectifs_suivis.map(({ personneId }) => personneId))
  const done = new Set<string>()
  for (const passe of sejoursSuivis(lignes, annuaire, fenetre)) {
    const { personneId, isOver, jours } = passe
    if (done.has(personneId) || (isOver && started.has(personneId))) continue
    done.add(personneId)
    if (isOver) {
      addAtteints(lignes, passe, objectifsDeDepart, 0.5, hasard)
      addRendezVous(lignes, passe, hasard)
    }
    if (jours > LONG) addAtteints(lignes, passe, suites, 0.18, hasard)
  }
}

function sejoursSuivis(lignes: Lignes, annuaire: Annuaire, { now }: Fenetre): Passe[] {
  const dispositifs = new Set(SUIVIS.map((slug) => annuaire.dispositif(slug).id))
  const places = new Set(
    lignes.places.filter(({ dispositifId }) => dispositifs.has(dispositifId)).map(({ id }) => id),
  )
  const proprietaires = new Map(lignes.personnes.map(({ id, organisationId }) => [id, organisationId]))
  return lignes.occupations.flatMap(({ placeId, etat, personneId, debut, fin }) => {
    const organisationId = personneId == null ? undefined : proprietaires.get(personneId)
    const isOver = etat === 'TERMINEE'
    if (personneId == null || organisationId === undefined || !places.has(placeId)) return []
    if (!isOver && etat !== 'EN_COURS') return []
    const start = new Date(debut)
    const end = isOver && fin != null ? new Date(fin) : now
    const jours = Math.floor(minutesBetween(start, end) / JOUR)
    return jours < SUIVI ? [] : { personneId, organisationId, debut: start, jours, isOver }
  })
}

/** Goals reached, each on a day of the stay. */
function addAtteints(
  lignes: Lignes,
  { personneId, organisationId, debut, jours }: Passe,
  kinds: readonly KindObjectif[],
  often: number,
  hasard: Hasard,
): void {
  for (const kind of kinds) {
    if (!hasard.chance(often)) continue
    const creeLe = plusMinutes(debut, JOUR)
    const statutLe = plusMinutes(creeLe, hasard.between(3, jours - 2) * JOUR)
    const id = hasard.id(creeLe)
    lignes.objectifs_suivis.push({
      id,
      organisationId,
      personneId,
      kind,
      statut: 'ATTEINT',
      creeLe,
      statutLe,
    })
  }
}

/** Appointments kept or missed; who missed one was looked for, and the search is over. */
function addRendezVous(
  lignes: Lignes,
  { personneId, organisationId, debut, jours }: Passe,
  hasard: Hasard,
): void {
  for (let left = hasard.between(0, 3); left > 0; left--) {
    const creeLe = plusMinutes(debut, hasard.between(1, jours - 10) * JOUR)
    const le = plusMinutes(creeLe, hasard.between(2, 7) * JOUR)
    const shared = { organisationId, personneId }
    const statut = hasard.weighted({ TENU: 70, MANQUE: 24, ANNULE: 6 } as const)
    const rendezVousId = hasard.id(creeLe)
    const ended = plusMinutes(le, 45)
    lignes.rendez_vous.push({
      ...shared,
      id: rendezVousId,
      kind: hasard.weighted(rendezVous),
      le,
      accompagne: hasard.chance(0.3),
      statut,
      statutLe: ended,
      creeLe,
    })
    if (statut !== 'MANQUE') continue
    lignes.relances.push({
      ...shared,
      id: hasard.id(ended),
      rendezVousId,
      moyen: hasard.weighted({ RAPPELER: 50, ALLER_AVEC: 30, NOUVELLE_DATE: 20 } as const),
      pourLe: toDatabaseDate(toParis(plusMinutes(le, JOUR)).date),
      statut: hasard.weighted({ REPRISE: 82, SANS_CONTACT: 18 } as const),
      ouverteLe: ended,
      closeLe: plusMinutes(ended, hasard.between(1, 2) * JOUR),
    })
  }
}
