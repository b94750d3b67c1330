import { libellesDepartement } from '@/domain/territoire/territoire'
import { departements, type Niveau, type Repere } from './axes'
import { findIndicateur } from './catalogue'
import { libellesDimension } from './indicateur'
import type { Cellule } from './lecture'
import type { Section } from './section'

/** Where a cell comes from: the keys of its line and of its column in the section of this indicator. */
export type Origine = { indicateur: string; ligne: string; colonne: string }

/**
 * One cell to show: its figure or the secret, and how many decimals its unit has. `avant`: the same of the period before.
 * `isEcart`: a difference, which carries its sign.
 */
export type Case = {
  origine?: Origine
  cellule: Cellule
  decimales: 0 | 1
  avant?: Cellule
  isEcart?: boolean
}

/** `retrait`: how far under a total the line stands. `isTotal`: it adds up lines of the same table. */
export type LigneTableau = {
  cle: string
  libelle: string
  retrait: 0 | 1 | 2
  isTotal: boolean
  cases: readonly Case[]
}

/** A table laid out to be read. `premier`: head of its first column. */
export type TableauLu = {
  titre: string
  premier: string
  entetes: readonly { cle: string; libelle: string }[]
  lignes: readonly LigneTableau[]
}

type Champ = { cle: string; libelle: string; retrait: 0 | 1 | 2; cases: readonly Case[] }
type Bloc = {
  titre: string
  premier: string
  dimension: Section['dimension']
  sections: readonly Section[]
  reperes: readonly Repere[]
  champs: readonly Champ[]
}

/** Tables that are read together (the two departments, then both), and the indicators they show. */
export type BlocLu = { titre: string; sections: readonly Section[]; tableaux: readonly TableauLu[] }

/**
 * Few lines (departments, EPT, routes) go across, so that 75 and 93 face each other; many (communes, devices) go down.
 * `faces`: 75 and 93 are compared, their difference beside them.
 */
export function layTables(
  sections: readonly Section[],
  faces: 'DEPARTEMENTS' | null = null,
): readonly BlocLu[] {
  return blocsOf(sections).map((bloc) => ({
    titre: bloc.titre,
    sections: bloc.sections,
    tableaux: goesDown(bloc) ? downwards(bloc) : [faces === null ? across(bloc) : withEcart(across(bloc))],
  }))
}

/** The difference of two figures that are shown tells nothing more; of a secret there is none. */
export function ecartOf(from: Cellule, to: Cellule): Cellule {
  if (typeof from === 'number' && typeof to === 'number') return to - from
  return from === 'SECRET' || to === 'SECRET' ? 'SECRET' : 'SANS_OBJET'
}

function withEcart(tableau: TableauLu): TableauLu {
  const [paris, seine] = departements.map((code) => tableau.entetes.findIndex(({ cle }) => cle === code))
  if (paris === undefined || seine === undefined || paris < 0 || seine < 0) return tableau
  return {
    ...tableau,
    entetes: [...tableau.entetes, { cle: 'ecart', libelle: 'Écart, 93 moins 75' }],
    lignes: tableau.lignes.map((ligne) => {
      const [from, to] = [ligne.cases[paris], ligne.cases[seine]]
      if (!from || !to) return ligne
      const ecart: Case = {
        cellule: ecartOf(from.cellule, to.cellule),
        decimales: from.decimales,
        isEcart: true,
      }
      return { ...ligne, cases: [...ligne.cases, ecart] }
    }),
  }
}

const longDimensions: readonly Section['dimension'][] = [
  'commune',
  'dispositif',
  'structure',
  'organisation',
  'nature',
]

function goesDown({ dimension }: Bloc): boolean {
  return longDimensions.includes(dimension)
}

/** Indicators of one column cut alike share a table; each of the others has its own. */
function blocsOf(sections: readonly Section[]): readonly Bloc[] {
  const blocs: Bloc[] = []
  for (const section of sections) {
    const known = section.colonnes.length === 1 ? blocs.findIndex((bloc) => isShared(bloc, section)) : -1
    const bloc = blocs[known]
    if (bloc)
      blocs[known] = {
        ...bloc,
        titre: 'Vue d’ensemble',
        sections: [...bloc.sections, section],
        champs: [...bloc.champs, ...champsOf(section)],
      }
    else blocs.push(newBloc(section))
  }
  return blocs
}

function isShared(bloc: Bloc, section: Section): boolean {
  return (
    bloc.premier === 'Indicateur' &&
    bloc.dimension === section.dimension &&
    sameLines(bloc.reperes, section.lignes)
  )
}

function sameLines(some: readonly Repere[], others: readonly Repere[]): boolean {
  return some.length === others.length && some.every(({ cle }, rang) => cle === others[rang]?.cle)
}

function newBloc(section: Section): Bloc {
  return {
    titre: findIndicateur(section.indicateur)?.nom ?? '',
    premier: section.colonnes.length === 1 ? 'Indicateur' : 'Détail',
    dimension: section.dimension,
    sections: [section],
    reperes: section.lignes,
    champs: champsOf(section),
  }
}

function champsOf({ indicateur, colonnes, lignes, cellules, avant }: Section): readonly Champ[] {
  const { nom, decimales, unite } = findIndicateur(indicateur) ?? {
    nom: '',
    decimales: 0 as const,
    unite: '',
  }
  const isAlone = colonnes.length === 1
  return colonnes.map(({ cle, libelle, profondeur, decimales: siennes, unite: sienne }, column) => ({
    cle: `${indicateur} ${cle}`,
    libelle: withUnit(isAlone ? nom : libelle, sienne ?? unite, isAlone),
    retrait: profondeur,
    cases: lignes.map(({ cle: ligne }, line) => ({
      origine: { indicateur, ligne, colonne: cle },
      cellule: cellules[line]?.[column] ?? 0,
      decimales: siennes ?? decimales,
      ...(avant ? { avant: avant[line]?.[column] ?? 0 } : {}),
    })),
  }))
}

const durees: readonly string[] = ['heures', 'jours', 'nuits']

/** A rate, or a quartile beside a count, says what it is in; a count is of what its title says. */
function withUnit(libelle: string, unite: string, isAlone: boolean): string {
  return (isAlone ? unite === '%' : durees.includes(unite)) ? `${libelle}, en ${unite}` : libelle
}

function across({ titre, premier, reperes, champs }: Bloc): TableauLu {
  return {
    titre,
    premier,
    entetes: reperes.map(({ cle, libelle }) => ({ cle, libelle })),
    lignes: champs.map(({ cle, libelle, retrait, cases }) => ({
      cle,
      libelle,
      retrait,
      isTotal: retrait === 0 && champs.length > 1 && premier === 'Détail',
      cases,
    })),
  }
}

/** One table by department, its total last, then one for what both make together. */
function downwards(bloc: Bloc): readonly TableauLu[] {
  const lignes = bloc.reperes
    .map((repere, line) => ({ repere, cases: bloc.champs.flatMap(({ cases }) => cases[line] ?? []) }))
    .toSorted((one, other) => rankOf(one.repere).localeCompare(rankOf(other.repere), 'fr'))
  const table = (titre: string, isKept: (repere: Repere) => boolean): TableauLu => ({
    titre,
    premier: libellesDimension[bloc.dimension],
    entetes: bloc.champs.map(({ cle, libelle }) => ({ cle, libelle })),
    lignes: lignes.filter(({ repere }) => isKept(repere)).map(({ repere, cases }) => lineOf(repere, cases)),
  })
  const both = table(
    'Les deux départements',
    ({ niveau, departement }) => departement === null || ofBoth.includes(niveau),
  )
  return [
    ...departements.map((code) =>
      table(libellesDepartement[code], ({ departement }) => departement === code),
    ),
    // One department asked: there is nothing to add up.
    ...(both.lignes.some(({ cle }) => !isDepartement(cle)) ? [both] : []),
  ].filter((each) => each.lignes.length > 0)
}

function isDepartement(cle: string): boolean {
  return departements.some((code) => code === cle)
}

const ofBoth: readonly Niveau[] = ['DEPARTEMENT', 'NON_LOCALISE', 'ENSEMBLE']

/** Each EPT before its communes, in their own order; totals last. */
function rankOf({ niveau, libelle, ept }: Repere): string {
  if (ofBoth.includes(niveau)) return `3 ${ofBoth.indexOf(niveau)}`
  return niveau === 'EPT' ? `2 ${libelle} 0` : ept === null ? '1' : `2 ${ept} 1`
}

function lineOf({ cle, libelle, niveau, ept }: Repere, cases: readonly Case[]): LigneTableau {
  const isTotal = niveau === 'EPT' || niveau === 'DEPARTEMENT' || niveau === 'ENSEMBLE'
  return { cle, libelle, retrait: ept === null ? 0 : 1, isTotal, cases }
}
