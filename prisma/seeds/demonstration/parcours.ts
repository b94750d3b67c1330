import { addDays, fromParis, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { objectifsDeDepart } from '@/domain/parcours/objectifs'
import type { KindBlocage, KindPiste } from '@/domain/parcours/sortie'
import { acquisSchema } from '@/domain/places/place'
import type { Annuaire } from './annuaire'
import { type Fenetre, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

const JOUR = 24 * 60
/** Nights and rest seats leave no pathway: what follows is for stays of some length. */
const SEJOUR_SUIVI_JOURS = 4

type Sejour = {
  id: string
  organisationId: string
  debut: Date
  jours: number
  /** days between two reviews; null: none is due */
  revueTousLes: number | null
}
type SejourSuivi = Sejour & { personneId: string; proprietaire: string }

/** Adds to each long stay under way what a team and a person do together: reviews, goals, appointments, a way out. */
export function addParcours(lignes: Lignes, annuaire: Annuaire, fenetre: Fenetre): void {
  const hasard = new Hasard(fenetre.graine, 'parcours')
  const seen = new Set<string>()
  for (const { personneId, proprietaire, ...long } of longsSejours(lignes, annuaire, fenetre)) {
    addRevues(lignes, long, fenetre, hasard)
    if (personneId === null || proprietaire === null) continue
    const sejour = { ...long, personneId, proprietaire }
    addConstats(lignes, sejour, fenetre, hasard)
    if (seen.has(sejour.personneId)) continue
    seen.add(sejour.personneId)
    addObjectifs(lignes, sejour, fenetre, hasard)
    addRendezVous(lignes, sejour, fenetre, hasard)
    if (sejour.jours > 60 && hasard.chance(0.4)) addPlan(lignes, sejour, hasard)
  }
}

type LongSejour = Sejour & { personneId: string | null; proprietaire: string | null }

function longsSejours(lignes: Lignes, annuaire: Annuaire, { now }: Fenetre): LongSejour[] {
  const suivis = new Map(
    (['sleep-in-continu', 'assore-hotel', 'le-pavillon-hebergement', 'phase-appartements'] as const).map(
      (slug) => [annuaire.dispositif(slug).id, annuaire.dispositif(slug).regle.revueTousLes],
    ),
  )
  const places = new Map(
    lignes.places.flatMap(({ id, dispositifId }) => {
      const revueTousLes = suivis.get(dispositifId)
      return revueTousLes === undefined ? [] : [[id, revueTousLes]]
    }),
  )
  const proprietaires = new Map(lignes.personnes.map(({ id, organisationId }) => [id, organisationId]))
  return lignes.occupations.flatMap(({ id, placeId, etat, organisationId, personneId, debut }) => {
    const start = new Date(debut)
    const jours = Math.floor((now.getTime() - start.getTime()) / (JOUR * 60_000))
    const revueTousLes = places.get(placeId)
    if (id === undefined || etat !== 'EN_COURS' || revueTousLes === undefined) return []
    if (jours < SEJOUR_SUIVI_JOURS) return []
    const proprietaire = personneId == null ? null : (proprietaires.get(personneId) ?? null)
    return {
      id,
      organisationId,
      debut: start,
      jours,
      revueTousLes,
      personneId: personneId ?? null,
      proprietaire,
    }
  })
}

function addRevues(
  lignes: Lignes,
  { id, organisationId, debut, jours, revueTousLes }: Sejour,
  { now }: Fenetre,
  hasard: Hasard,
): void {
  if (revueTousLes === null) return
  // A team looks a little before the day: one time in ten it looks late, or not at all.
  for (let jour = revueTousLes - 1; jour < jours; jour += revueTousLes - 1) {
    const le = plusMinutes(debut, jour * JOUR)
    if (le >= now || hasard.chance(0.1)) continue
    const suite = hasard.weighted({ CONTINUER: 70, PREPARER_SORTIE: 20, ORIENTER: 10 })
    lignes.revues.push({ id: hasard.id(le), occupationId: id, organisationId, le, suite })
  }
}

function addConstats(
  lignes: Lignes,
  { id, organisationId, debut, jours }: Sejour,
  _: Fenetre,
  hasard: Hasard,
): void {
  for (const part of [0.3, 0.8]) {
    if (!hasard.chance(0.6)) continue
    const le = plusMinutes(debut, Math.floor(jours * part) * JOUR)
    const jour = toDatabaseDate(toParis(le).date)
    for (const axe of hasard.some(acquisSchema.options, hasard.between(2, 4))) {
      const niveau = Number(hasard.weighted({ '-1': 8, '0': 24, '1': 48, '2': 20 }))
      lignes.constats.push({ id: hasard.id(le), occupationId: id, organisationId, jour, axe, niveau })
    }
  }
}

function addObjectifs(
  lignes: Lignes,
  { personneId, proprietaire, debut, jours }: SejourSuivi,
  { now }: Fenetre,
  hasard: Hasard,
): void {
  const avancement = Math.min(0.85, jours / 400)
  for (const kind of objectifsDeDepart) {
    const fait = hasard.chance(avancement)
    const statut = fait ? 'ATTEINT' : hasard.weighted({ EN_COURS: 55, A_FAIRE: 40, SANS_OBJET: 5 } as const)
    const creeLe = plusMinutes(debut, JOUR)
    const change = plusMinutes(creeLe, hasard.between(0, Math.max(0, jours - 2)) * JOUR)
    const statutLe = change < now ? change : creeLe
    lignes.objectifs_suivis.push({
      id: hasard.id(creeLe),
      organisationId: proprietaire,
      personneId,
      kind,
      statut,
      creeLe,
      statutLe,
    })
  }
}

const kinds = { SOINS: 24, CSAPA: 26, CAARUD: 14, PSY: 10, DROITS: 18, LOGEMENT: 8 } as const

function addRendezVous(
  lignes: Lignes,
  { personneId, proprietaire, jours }: SejourSuivi,
  { now }: Fenetre,
  hasard: Hasard,
): void {
  const today = toParis(now).date
  const passes = Math.min(jours, hasard.between(1, 5))
  for (let rank = 0; rank < passes; rank++) {
    const le = fromParis(addDays(today, -hasard.between(1, Math.min(jours, 80))), hasard.between(9, 16) * 60)
    const statut = hasard.weighted({ TENU: 68, MANQUE: 24, ANNULE: 8 } as const)
    const id = addLigne(le, statut)
    if (statut === 'MANQUE') addRelance(id, le)
  }
  if (hasard.chance(0.55))
    addLigne(fromParis(addDays(today, hasard.between(1, 20)), hasard.between(9, 16) * 60), 'PREVU')

  function addLigne(le: Date, statut: 'PREVU' | 'TENU' | 'MANQUE' | 'ANNULE'): string {
    const creeLe = plusMinutes(le > now ? now : le, -hasard.between(2, 9) * JOUR)
    const id = hasard.id(creeLe)
    lignes.rendez_vous.push({
      id,
      organisationId: proprietaire,
      personneId,
      kind: hasard.weighted(kinds),
      le,
      accompagne: hasard.chance(0.3),
      statut,
      statutLe: statut === 'PREVU' ? null : plusMinutes(le, 45),
      creeLe,
    })
    return id
  }

  function addRelance(rendezVousId: string, le: Date): void {
    const ouverteLe = plusMinutes(le, 45)
    const close = plusMinutes(le, hasard.between(1, 9) * JOUR)
    const statut =
      close < now ? hasard.weighted({ REPRISE: 70, SANS_CONTACT: 12, A_FAIRE: 18 } as const) : 'A_FAIRE'
    lignes.relances.push({
      id: hasard.id(ouverteLe),
      organisationId: proprietaire,
      personneId,
      rendezVousId,
      moyen: hasard.weighted({ RAPPELER: 50, ALLER_AVEC: 30, NOUVELLE_DATE: 20 } as const),
      pourLe: toDatabaseDate(addDays(toParis(le).date, hasard.between(1, 6))),
      statut,
      ouverteLe,
      closeLe: statut === 'A_FAIRE' ? null : close,
    })
  }
}

const pistes: readonly KindPiste[] = [
  'RESIDENCE_SOCIALE',
  'ACT',
  'UN_CHEZ_SOI_D_ABORD',
  'PENSION_FAMILLE',
  'LOGEMENT_SOCIAL',
]
const blocages: readonly KindBlocage[] = [
  'DROITS_MANQUANTS',
  'PAS_DE_PLACE',
  'REFUS',
  'RESSOURCES',
  'PAPIERS',
  'AGE',
]

function addPlan(
  lignes: Lignes,
  { personneId, proprietaire, debut, jours }: SejourSuivi,
  hasard: Hasard,
): void {
  const creeLe = plusMinutes(debut, Math.floor(jours * 0.6) * JOUR)
  const planId = hasard.id(creeLe)
  const suite = { planId, organisationId: proprietaire }
  const later = () => plusMinutes(creeLe, hasard.between(0, Math.floor(jours * 0.35)) * JOUR)
  lignes.plans_sortie.push({
    id: planId,
    organisationId: proprietaire,
    personneId,
    vise: hasard.one(pistes),
    creeLe,
  })
  for (const destination of hasard.some(pistes, hasard.between(1, 3))) {
    const statut = hasard.weighted({ DEMANDEE: 25, EN_ATTENTE: 35, REFUSEE: 30, ABANDONNEE: 10 } as const)
    lignes.pistes_sortie.push({
      id: hasard.id(creeLe),
      ...suite,
      destination,
      statut,
      demandeeLe: creeLe,
      statutLe: later(),
    })
  }
  for (const kind of hasard.some(blocages, hasard.between(1, 2))) {
    const leveLe = hasard.chance(0.25) ? later() : null
    lignes.blocages_sortie.push({ id: hasard.id(creeLe), ...suite, kind, depuis: creeLe, leveLe })
  }
}
