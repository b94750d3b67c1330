import type { CauseFermeture } from '@/db/generated/enums'
import { addDays, type CivilDate } from '@/domain/commun/civil-date'
import type { Annuaire } from './annuaire'
import type { Chambre } from './chambre'
import { chambres, type DispositifDemonstration, dispositifsDemonstration } from './chambres'
import { addCrise, type Crise } from './crise'
import { type Fenetre, onNight } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

/** Long stays began before the period does. Days. */
const ANCIENNETE = 1500
/** Since when Gaïa holds its rooms. Days. */
const PRETEES_IL_Y_A = 1400
const MIDI = 12 * 60

/** From `du` to `au` (null: still so). */
export type Periode = { du: Date; au: Date | null }

/** A place made, with what its stays must respect. */
export type PlaceFaite = {
  id: string
  chambre: Chambre
  dispositif: DispositifDemonstration
  organisationId: string
  couchages: number
  du: Date
  /** when it ends, for a place of a crisis */
  au: Date | null
  /** the loan a stay here is taken on */
  contingentId: string | null
  fermetures: readonly Periode[]
  /** the row, to say at the end when the place was last made ready */
  ligne: Lignes['places'][number]
}

/** `ilYA` (negative: days to come), `jours` and `prevus` count days; without `jours` the closure still lasts. */
type FermetureVoulue = {
  ilYA: number
  jours: number | null
  prevus: number
  cause: CauseFermeture
  note: string
}

const fermetures: Readonly<Record<string, FermetureVoulue>> = {
  'sleep-in-urgence Lit 30': {
    ilYA: 3,
    jours: null,
    prevus: 7,
    cause: 'NUISIBLES',
    note: 'Traitement en deux passages',
  },
  'sleep-in-urgence Lit 29': {
    ilYA: 170,
    jours: 12,
    prevus: 10,
    cause: 'TRAVAUX',
    note: 'Cloison à refaire',
  },
  'sleep-in-urgence Lit 12': { ilYA: 75, jours: 4, prevus: 3, cause: 'NUISIBLES', note: 'Traitement' },
  'assore-hotel Chambre 13-03': { ilYA: 11, jours: null, prevus: 30, cause: 'DEGAT', note: 'Dégât des eaux' },
  'assore-hotel Chambre 29-06': { ilYA: 9, jours: null, prevus: 14, cause: 'NUISIBLES', note: 'Traitement' },
  'assore-hotel Chambre 50-02': {
    ilYA: 6,
    jours: null,
    prevus: 21,
    cause: 'TRAVAUX',
    note: 'Douche à refaire',
  },
  // Still to come: who lives there is to be housed elsewhere before.
  'assore-hotel Chambre 12-04': { ilYA: -6, jours: null, prevus: 20, cause: 'TRAVAUX', note: 'Électricité' },
  'assore-hotel Chambre 12-05': { ilYA: -6, jours: null, prevus: 20, cause: 'TRAVAUX', note: 'Électricité' },
}
const fermetureRepos = {
  ilYA: 62,
  jours: 2,
  prevus: 2,
  cause: 'PERSONNEL',
  note: 'Équipe incomplète',
} as const

/** What the places of the demonstration are, and when a rest space was closed. */
export type LieuxFaits = { places: readonly PlaceFaite[]; reposFerme: Periode }

/** Adds the places and their closures, Gaïa's contingent of Assore rooms, and the opening of a crisis. */
export function addPlaces(lignes: Lignes, annuaire: Annuaire, fenetre: Fenetre): LieuxFaits {
  const hasard = new Hasard(fenetre.graine, 'places')
  const reposId = annuaire.dispositif('sleep-in-repos').id
  const reposFerme = addFermeture(
    lignes,
    fenetre,
    hasard,
    { placeId: null, dispositifId: reposId },
    fermetureRepos,
  )
  const contingentId = addContingent(lignes, annuaire, fenetre, hasard)
  const crise = addCrise(lignes, annuaire, fenetre, hasard)
  const places = dispositifsDemonstration.flatMap((dispositif) =>
    chambres[dispositif].map((chambre) => {
      const place = addPlace(lignes, annuaire, fenetre, hasard, dispositif, chambre, crise)
      const wanted = fermetures[`${dispositif} ${chambre.libelle}`]
      const own = wanted
        ? [addFermeture(lignes, fenetre, hasard, { placeId: place.id, dispositifId: null }, wanted)]
        : []
      return { ...place, contingentId: chambre.unite === 'GAIA' ? contingentId : null, fermetures: own }
    }),
  )
  return { places, reposFerme }
}

/** The day a place began to exist. */
export function openedOn({ ouverteIlYA }: Chambre, ceSoir: CivilDate): CivilDate {
  return addDays(ceSoir, -(ouverteIlYA ?? ANCIENNETE))
}

function addPlace(
  lignes: Lignes,
  annuaire: Annuaire,
  { ceSoir }: Fenetre,
  hasard: Hasard,
  dispositif: DispositifDemonstration,
  chambre: Chambre,
  crise: Crise,
): Omit<PlaceFaite, 'fermetures' | 'contingentId'> {
  const { id: dispositifId, organisationId } = annuaire.dispositif(dispositif)
  const du = onNight(openedOn(chambre, ceSoir), MIDI)
  const { ceSoir: _state, ouverteIlYA: _opened, unite, ...traits } = chambre
  const id = hasard.id(du)
  const au = unite === 'CRISE' ? crise.fin : null
  const couchages = chambre.couple ? 2 : 1
  const ligne: Lignes['places'][number] = {
    id,
    dispositifId,
    organisationId,
    couchages,
    ...traits,
    du,
    au,
    ouvertureId: unite === 'CRISE' ? crise.id : null,
    preteLe: null,
  }
  lignes.places.push(ligne)
  return { id, chambre, dispositif, organisationId, couchages, du, au, ligne }
}

function addFermeture(
  lignes: Lignes,
  { ceSoir }: Fenetre,
  hasard: Hasard,
  cible: { placeId: string | null; dispositifId: string | null },
  { ilYA, jours, prevus, cause, note }: FermetureVoulue,
): Periode {
  const first = addDays(ceSoir, -ilYA)
  const du = onNight(first, MIDI - 60)
  const au = jours === null ? null : onNight(addDays(first, jours), MIDI)
  const finPrevue = onNight(addDays(first, prevus), MIDI)
  lignes.fermetures.push({ id: hasard.id(du), ...cible, cause, du, au, finPrevue, note, creeLe: du })
  return { du, au }
}

/** 70 of Assore's 610 places are Gaïa's, back to all at 21 h when unused. */
function addContingent(lignes: Lignes, annuaire: Annuaire, { ceSoir }: Fenetre, hasard: Hasard): string {
  const du = onNight(addDays(ceSoir, -PRETEES_IL_Y_A), MIDI)
  const id = hasard.id(du)
  lignes.contingents.push({
    id,
    dispositifId: annuaire.dispositif('assore-hotel').id,
    organisationId: annuaire.organisation('gaia'),
    places: 70,
    du,
    au: null,
    retour: 21 * 60,
  })
  return id
}
