import { axeDispositifs } from './axe-dispositifs'
import { axeOrganisations } from './axe-organisations'
import { axeStructures } from './axe-structures'
import { axeDepartements, axeTerritoire } from './axe-territoire'
import { axeTrajets } from './axe-trajets'
import type { Ligne, NomAxe } from './axes'
import type { Colonne, Fait, Mesure, Referentiel, Seuil, Seuils } from './fait'
import { protect, protectBeside } from './petits-effectifs'
import { type Ancien, besideKey, type Recoupement } from './recoupement'
import { cellKey, type Croisement, type TableauBrut } from './tableau-brut'

/** What a fact counts on a line of its axis: only what is not zero. */
export type Compte = { ligne: string; colonne: string; valeur: number; effectif: number }

/** What the SQL function of a fact returns for an atom of its axis. */
export type CompteAtome = { atome: string; colonne: string; valeur: number; effectif: number }

/** Adds what atoms count along the axis, then divides by the fact's unit: milliseconds become hours. */
export function addAlong(
  axe: readonly Ligne[],
  atomes: readonly CompteAtome[],
  { diviseur = 1 }: Pick<Fait, 'diviseur'>,
): readonly Compte[] {
  const lignesOf = new Map<string, { cle: string; comptes: Map<string, Compte> }[]>()
  const lignes = axe.map(({ cle, atomes: siens }) => ({ cle, siens, comptes: new Map<string, Compte>() }))
  for (const ligne of lignes) {
    for (const atome of ligne.siens) lignesOf.set(atome, [...(lignesOf.get(atome) ?? []), ligne])
  }
  for (const { atome, colonne, valeur, effectif } of atomes) {
    for (const { cle, comptes } of lignesOf.get(atome) ?? []) {
      const known = comptes.get(colonne)
      if (known === undefined) {
        comptes.set(colonne, { ligne: cle, colonne, valeur, effectif })
        continue
      }
      known.valeur += valeur
      known.effectif += effectif
    }
  }
  const comptes = lignes.flatMap((ligne) => [...ligne.comptes.values()])
  for (const compte of comptes) compte.valeur /= diviseur
  return comptes
}

/** What is counted in a cell; nothing where nothing is. */
function cellsOf(comptes: readonly Compte[]): (ligne: string, colonne: string) => Compte | undefined {
  const parLigne = new Map<string, Map<string, Compte>>()
  for (const compte of comptes) {
    const ligne = parLigne.get(compte.ligne) ?? new Map<string, Compte>()
    parLigne.set(compte.ligne, ligne)
    ligne.set(compte.colonne, compte)
  }
  return (ligne, colonne) => parLigne.get(ligne)?.get(colonne)
}

/** A figure, the statistical secret, or a median or rate of nothing. Never a silent zero. */
export type Cellule = number | 'SECRET' | 'SANS_OBJET'

const nothing: Croisement = { valeur: 0, effectif: 0 }

/** Every figure of a fact over a period, protected together: whatever is shown of it, in one screen or ten, agrees. */
export type Lecture = {
  lignes: readonly Ligne[]
  colonnes: readonly Colonne[]
  cell: (ligne: Ligne, colonne: Colonne) => Cellule
}

/**
 * Protects all that a fact can show, margins and implied figures included, before anything is chosen from it, and beside what
 * earlier files showed.
 */
export function protectFait(
  fait: Fait,
  referentiel: Referentiel,
  comptes: readonly Compte[],
  seuils: Seuils,
  recoupement: Recoupement | null = null,
): Lecture {
  const tableau = tableauOf(axeOf(fait, referentiel), fait.colonnes(referentiel), comptes, seuils)
  const secrets = secretsOf(tableau, recoupement)
  return lectureOf(fait, referentiel, comptes, (ligne, colonne) => secrets.has(cellKey(ligne, colonne)))
}

/** The same for two periods shown side by side that an earlier file links: hidden together, so that neither gives the other back. */
export function protectPair(
  fait: Fait,
  referentiel: Referentiel,
  comptes: readonly Compte[],
  seuils: Seuils,
  recoupement: Recoupement & Required<Pick<Recoupement, 'cote'>>,
): { lecture: Lecture; avant: Lecture } {
  const tableau = tableauOf(axeOf(fait, referentiel), fait.colonnes(referentiel), comptes, seuils)
  const secrets = protectBeside(tableau, recoupement)
  return {
    lecture: lectureOf(fait, referentiel, comptes, (ligne, colonne) => secrets.has(cellKey(ligne, colonne))),
    avant: lectureOf(fait, referentiel, recoupement.cote.comptes, (ligne, colonne) =>
      secrets.has(cellKey(besideKey(ligne), colonne)),
    ),
  }
}

function lectureOf(
  fait: Fait,
  referentiel: Referentiel,
  comptes: readonly Compte[],
  isSecret: (ligne: string, colonne: string) => boolean,
): Lecture {
  const lignes = axeOf(fait, referentiel)
  const colonnes = fait.colonnes(referentiel)
  const counted = cellsOf(comptes)
  const valueOf = (ligne: string, colonne: string) => counted(ligne, colonne)?.valeur
  return {
    lignes,
    colonnes,
    cell: ({ cle: ligne }, { cle: colonne, mesure }) => {
      if (!mesure) return isSecret(ligne, colonne) ? 'SECRET' : (valueOf(ligne, colonne) ?? 0)
      if (mesure.gardes.some((garde) => isSecret(ligne, garde))) return 'SECRET'
      return measured((compte) => valueOf(ligne, compte), colonne, mesure)
    },
  }
}

/** Files of the very same nights that hid the same cells tell nothing more: the long search is for the others. */
function secretsOf(tableau: TableauBrut, recoupement: Recoupement | null): ReadonlySet<string> {
  const alone = protect(tableau)
  if (recoupement === null) return alone
  const { nuits, anciens } = recoupement
  const tellsNothing = (ancien: Ancien) =>
    ancien.nuits.du === nuits.du &&
    ancien.nuits.au === nuits.au &&
    [...ancien.secretes].every((cle) => alone.has(cle))
  return anciens.every(tellsNothing) ? alone : protectBeside(tableau, recoupement)
}

/** A rate is worked out from its counts, a median comes from the base; without anything to measure there is neither. */
function measured(
  valueOf: (colonne: string) => number | undefined,
  colonne: string,
  { taux }: Mesure,
): Cellule {
  if (!taux) return valueOf(colonne) ?? 'SANS_OBJET'
  const sum = (counts: readonly string[]) => counts.reduce((total, each) => total + (valueOf(each) ?? 0), 0)
  const tout = sum(taux.tout)
  return tout === 0 ? 'SANS_OBJET' : (100 * sum(taux.part)) / tout
}

// What unit can move along an axis is worked out once by axis: facts that share one must be given the same lines.
const knownAxes = new WeakMap<Referentiel, Map<NomAxe, readonly Ligne[]>>()

/** The lines along which a fact is counted: the same ones for every fact of this axis. */
export function axeOf({ axe }: Fait, referentiel: Referentiel): readonly Ligne[] {
  const axes = knownAxes.get(referentiel) ?? new Map<NomAxe, readonly Ligne[]>()
  knownAxes.set(referentiel, axes)
  const lignes = axes.get(axe) ?? linesOf(axe, referentiel)
  axes.set(axe, lignes)
  return lignes
}

function linesOf(axe: NomAxe, { dispositifs, structures, organisations }: Referentiel): readonly Ligne[] {
  switch (axe) {
    case 'TERRITOIRE':
      return axeTerritoire
    case 'DEPARTEMENT':
      return axeDepartements
    case 'TRAJET':
      return axeTrajets
    case 'DISPOSITIF':
      return axeDispositifs(dispositifs)
    case 'STRUCTURE':
      return axeStructures(structures)
    case 'ORGANISATION':
      return axeOrganisations(organisations)
  }
}

/** The table to protect, with its thresholds in persons. */
export function tableauOf(
  lignes: readonly Ligne[],
  colonnes: readonly Colonne[],
  comptes: readonly Compte[],
  seuils: Seuils,
): TableauBrut {
  const counted = cellsOf(comptes)
  const niveaux = new Map(lignes.map(({ cle, niveau }) => [cle, niveau]))
  const limites = new Map(colonnes.map((colonne) => [colonne.cle, colonne.niveaux]))
  return {
    lignes,
    colonnes: colonnes
      .filter(({ mesure }) => mesure === undefined)
      .map((colonne) => ({ ...colonne, seuil: personnes(colonne.seuil, seuils) })),
    read: (ligne, colonne) => counted(ligne, colonne) ?? nothing,
    covers: (ligne, colonne) => {
      const niveau = niveaux.get(ligne)
      const shown = limites.get(colonne)
      return shown === undefined || (niveau !== undefined && shown.includes(niveau))
    },
  }
}

function personnes(seuil: Seuil, seuils: Seuils): number {
  switch (seuil) {
    case 'AUCUN':
      return 0
    case 'SIMPLE':
      return seuils.simple
    case 'SANTE':
      return seuils.sante
  }
}
