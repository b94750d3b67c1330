import { totalOf, type Totaux } from './totaux'
import type { KindBesoin, KindIncident, SensMateriel } from './listes'

/** What the report of a day needs of a counted stop. */
export type ArretDuJour = {
  lieu: string
  mediations: number
  rencontres: readonly { genre: string; connus: number; nouveaux: number }[]
  materiel: readonly { libelle: string; sens: SensMateriel; quantite: number }[]
  besoins: readonly { kind: KindBesoin; personnes: number; reponse: string; cause: string | null }[]
  incidents: readonly { kind: KindIncident; personnes: number; doses: number }[]
}

/** A round of the day, with its counted stops. `fin` null: still out. */
export type MaraudeDuJour = {
  id: string
  equipe: string
  secteur: string | null
  effectif: number
  partenaires: readonly string[]
  debut: Date
  fin: Date | null
  transmission: string | null
  arrets: readonly ArretDuJour[]
}

/** One line of a list with its count: « Embout », 12. */
export type Compteur<Cle extends string = string> = { cle: Cle; nombre: number }

/** Figures of one or several rounds. `minutes` counts finished ones only; `femmes` are among `personnes`. */
export type Bilan = Totaux & {
  maraudes: number
  arrets: number
  minutes: number
  femmes: number
  mediations: number
  donne: Compteur[]
  recupere: Compteur[]
  realise: Compteur[]
  besoinsSansReponse: { kind: KindBesoin; cause: string; personnes: number }[]
  incidents: (Compteur<KindIncident> & { doses: number })[]
  partenaires: Compteur[]
}

/** Adds up rounds. The figures are those of the base, so that nobody types them a second time. */
export function bilanDe(maraudes: readonly MaraudeDuJour[]): Bilan {
  const arrets = maraudes.flatMap((maraude) => maraude.arrets)
  const materiel = arrets.flatMap((arret) => arret.materiel)
  const unmet = arrets.flatMap(({ besoins }) => besoins.filter(({ reponse }) => reponse === 'SANS_REPONSE'))
  const incidents = arrets.flatMap((arret) => arret.incidents)
  const countUnits = (sens: SensMateriel) =>
    countBy(
      materiel.filter((line) => line.sens === sens),
      ({ libelle }) => libelle,
      ({ quantite }) => quantite,
    )
  return {
    ...totalOf(arrets),
    maraudes: maraudes.length,
    arrets: arrets.length,
    minutes: sum(maraudes, ({ debut, fin }) =>
      fin === null ? 0 : (fin.getTime() - debut.getTime()) / 60_000,
    ),
    femmes: sum(
      arrets.flatMap(({ rencontres }) =>
        rencontres.filter(({ genre }) => genre === 'FEMME' || genre === 'FEMME_TRANS'),
      ),
      ({ connus, nouveaux }) => connus + nouveaux,
    ),
    mediations: sum(arrets, ({ mediations }) => mediations),
    donne: countUnits('DONNE'),
    recupere: countUnits('RECUPERE'),
    realise: countUnits('REALISE'),
    besoinsSansReponse: groupBy(unmet, ({ kind, cause }) => `${kind} ${cause ?? ''}`).map((lines) => ({
      kind: lines[0].kind,
      cause: lines[0].cause ?? '',
      personnes: sum(lines, ({ personnes }) => personnes),
    })),
    incidents: groupBy(incidents, ({ kind }) => kind).map((lines) => ({
      cle: lines[0].kind,
      nombre: lines.length,
      doses: sum(lines, ({ doses }) => doses),
    })),
    partenaires: countBy(
      maraudes.flatMap(({ partenaires }) => partenaires),
      (nom) => nom,
      () => 1,
    ),
  }
}

function countBy<Line>(lines: readonly Line[], keyOf: (line: Line) => string, weigh: (line: Line) => number) {
  return groupBy(lines, keyOf)
    .map((group) => ({ cle: keyOf(group[0]), nombre: sum(group, weigh) }))
    .toSorted((one, other) => other.nombre - one.nombre || one.cle.localeCompare(other.cle, 'fr'))
}

function groupBy<Line>(lines: readonly Line[], keyOf: (line: Line) => string): [Line, ...Line[]][] {
  const groups = new Map<string, [Line, ...Line[]]>()
  for (const line of lines) {
    const group = groups.get(keyOf(line))
    if (group === undefined) groups.set(keyOf(line), [line])
    else group.push(line)
  }
  return [...groups.values()]
}

function sum<Line>(lines: readonly Line[], weigh: (line: Line) => number): number {
  return lines.reduce((total, line) => total + weigh(line), 0)
}
