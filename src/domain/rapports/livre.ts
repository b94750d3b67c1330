import { formatDateTime, formatShortDate, plural } from '@/domain/commun/format'
import type { Demande } from './demande'
import { findIndicateur } from './catalogue'
import type { Seuils } from './fait'
import { explainSecret, figureHeadings, figureRecords, tellScope } from './fichier'
import type { Indicateur } from './indicateur'
import type { Periode } from './periode'
import { periodeFileName } from './periodes-courantes'
import type { RapportPret } from './prets'
import type { Section } from './section'
import { type BlocLu, layTables } from './tableaux'

/** A ready report counted and protected: the one thing that screen, PDF, XLSX and CSV are made from. */
export type Livre = {
  pret: RapportPret
  periode: Periode
  /** null: every organisation of both departments */
  organisation: string | null
  calculeLe: Date
  seuils: Seuils
  /** rounds not closed yet, whose hours are missing */
  maraudesOuvertes: number
  chapitres: readonly ChapitreLu[]
}

/** One chapter: what was asked, and its protected figures. */
export type ChapitreLu = { titre: string; demande: Demande; sections: readonly Section[] }

/** The tables of a chapter, as the screen lays them. */
export function blocsOf({ sections }: ChapitreLu): readonly BlocLu[] {
  return layTables(sections).map((bloc) => ({ ...bloc, titre: titleOf(bloc) }))
}

/** A chapter may gather figures twice: each table says of what. */
function titleOf({ titre, sections }: BlocLu): string {
  const [first, second, ...others] = sections.map(({ indicateur }) => findIndicateur(indicateur)?.nom ?? '')
  if (first === undefined || second === undefined) return titre
  return others.length === 0
    ? `${first} et ${second.charAt(0).toLowerCase()}${second.slice(1)}`
    : `${first} et ${others.length + 1} autres chiffres`
}

/** Each indicator of the report once, in the order met. */
export function indicateursOf({ chapitres }: Livre): readonly Indicateur[] {
  const ids = new Set(chapitres.flatMap(({ sections }) => sections.map(({ indicateur }) => indicateur)))
  return [...ids].flatMap((id) => findIndicateur(id) ?? [])
}

/** What the report says of itself: heading and text, in order. */
export function aboutOf(livre: Livre): readonly (readonly [terme: string, detail: string])[] {
  const { periode, maraudesOuvertes } = livre
  return [
    ['Période', periode.libelle],
    [
      'Nuits',
      `du ${formatShortDate(periode.du)} au ${formatShortDate(periode.au)}, de midi à midi, heure de Paris`,
    ],
    ['Portée', tellScope(livre.organisation)],
    ['Calculé le', formatDateTime(livre.calculeLe)],
    ...(maraudesOuvertes === 0 ? [] : [['À savoir', tellOpenRounds(maraudesOuvertes)] as const]),
    ['Petits effectifs', explainSecret(livre.seuils)],
  ]
}

/** How every figure was made, for who must defend it. */
export const methode: readonly string[] = [
  'Chaque chiffre est compté au moment où le rapport est demandé, sur les lignes que montrent les écrans : il n’en existe pas d’autre copie.',
  'Une nuit va de midi à midi, heure de Paris : une maraude commencée à 2 heures du matin compte la veille. Les deux changements d’heure de l’année n’ajoutent ni ne retirent de nuit.',
  'Un arrêt corrigé compte une fois, dans sa dernière version ; un arrêt en conflit ne compte pas tant qu’il n’est pas tranché.',
  'Un contact n’est pas une personne distincte : la même personne rencontrée trois nuits fait trois contacts. Aucun nom n’est enregistré.',
  'Le secret statistique est calculé sur tout ce que le catalogue peut montrer de la période, totaux compris, avant qu’un tableau n’en soit tiré : aucun autre tableau de la même période ne permet de retrouver une case secrète.',
]

/** The files a ready report comes as. */
export const formatsLivre = ['pdf', 'xlsx', 'csv'] as const
export type FormatLivre = (typeof formatsLivre)[number]

/** The format asked for in an address, or null. */
export function parseFormat(asked: string | undefined): FormatLivre | null {
  return formatsLivre.find((format) => format === asked) ?? null
}

/** The name of the file, in plain letters: `maillage-mmpcr-trimestre-2026-T3.pdf`. */
export function livreFileName({ pret, periode }: Livre, format: FormatLivre): string {
  return `maillage-${pret.id}-${periodeFileName(periode)}.${format}`
}

/** Every line of the CSV file: what the report is, its dictionary, then one figure a line with its chapter. */
export function* livreRecords(livre: Livre): Generator<readonly string[]> {
  yield ['Rapport Maillage', livre.pret.nom]
  yield* aboutOf(livre)
  for (const { nom, version, definition, source, limites } of indicateursOf(livre)) {
    yield [nom, `version ${version}`, definition, `Source : ${source}`, ...limites]
  }
  yield []
  yield ['Chapitre', ...figureHeadings]
  for (const { titre, sections } of livre.chapitres) {
    for (const section of sections) {
      for (const record of figureRecords(section)) yield [titre, ...record]
    }
  }
}

function tellOpenRounds(open: number): string {
  return `${plural(open, 'maraude n’est pas close', 'maraudes ne sont pas closes')} : leurs heures manquent, leurs rencontres y sont.`
}
