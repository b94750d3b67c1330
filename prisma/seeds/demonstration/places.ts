import type { CauseFermeture } from '@/db/generated/enums'
import { addDays, type CivilDate } from '@/domain/commun/civil-date'
import type { Annuaire } from './annuaire'
import { type Chambre, chambres, type DispositifDemonstration, dispositifsDemonstration } from './chambres'
import { type Fenetre, onNight } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

/** Long stays began before the period does. Days. */
const ANCIENNETE = 1500
const MIDI = 12 * 60

type Periode = { du: Date; au: Date | null }

/** A place made, with what its stays must respect. */
export type PlaceFaite = {
  id: string
  chambre: Chambre
  dispositif: DispositifDemonstration
  organisationId: string
  couchages: number
  du: Date
  fermetures: readonly Periode[]
  /** the row, to say at the end when the place was last made ready */
  ligne: Lignes['places'][number]
}

/** `ilYA`, `jours` and `prevus` count days; without `jours` the closure still lasts. */
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
  'assore-hotel Hôtel B · 13': { ilYA: 11, jours: null, prevus: 30, cause: 'DEGAT', note: 'Dégât des eaux' },
}
const fermetureRepos = {
  ilYA: 62,
  jours: 2,
  prevus: 2,
  cause: 'PERSONNEL',
  note: 'Équipe incomplète',
} as const

/** Adds the places and their closures, and Gaïa's contingent of Assore rooms, in proportion to the sample. */
export function addPlaces(lignes: Lignes, annuaire: Annuaire, fenetre: Fenetre): readonly PlaceFaite[] {
  const hasard = new Hasard(fenetre.graine, 'places')
  const reposId = annuaire.dispositif('sleep-in-repos').id
  const reposFerme = addFermeture(
    lignes,
    fenetre,
    hasard,
    { placeId: null, dispositifId: reposId },
    fermetureRepos,
  )
  addContingent(lignes, annuaire, fenetre, hasard)

  return dispositifsDemonstration.flatMap((dispositif) =>
    chambres[dispositif].map((chambre) => {
      const place = addPlace(lignes, annuaire, fenetre, hasard, dispositif, chambre)
      const wanted = fermetures[`${dispositif} ${chambre.libelle}`]
      const own = wanted
        ? [addFermeture(lignes, fenetre, hasard, { placeId: place.id, dispositifId: null }, wanted)]
        : []
      return { ...place, fermetures: dispositif === 'sleep-in-repos' ? [reposFerme, ...own] : own }
    }),
  )
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
): Omit<PlaceFaite, 'fermetures'> {
  const { id: dispositifId, organisationId } = annuaire.dispositif(dispositif)
  const du = onNight(openedOn(chambre, ceSoir), MIDI)
  const { ceSoir: _state, ouverteIlYA: _opened, ...traits } = chambre
  const id = hasard.id(du)
  const couchages = chambre.couple ? 2 : 1
  const ligne: Lignes['places'][number] = {
    id,
    dispositifId,
    organisationId,
    couchages,
    ...traits,
    du,
    preteLe: null,
  }
  lignes.places.push(ligne)
  return { id, chambre, dispositif, organisationId, couchages, du, ligne }
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

/** 70 of Assore's 610 places are Gaïa's: five of the forty-five here, back to all at 18 h when unused. */
function addContingent(lignes: Lignes, annuaire: Annuaire, { ceSoir }: Fenetre, hasard: Hasard): void {
  const du = onNight(addDays(ceSoir, -420), MIDI)
  lignes.contingents.push({
    id: hasard.id(du),
    dispositifId: annuaire.dispositif('assore-hotel').id,
    organisationId: annuaire.organisation('gaia'),
    places: 5,
    du,
    au: null,
    retour: 18 * 60,
  })
}
