import { type Departement, libellesDepartement } from '@/domain/territoire/territoire'
import { departements } from './axes'
import type { Cellule } from './lecture'
import type { Section } from './section'

/** What flows from one step to the next. A flow of which a part is secret is secret whole: its sum would tell the part. */
export type Flux = { titre: string; noeuds: readonly NoeudFlux[]; liens: readonly LienFlux[] }

/** A step, in its column from left to right. `valeur`: all that goes through it. */
export type NoeudFlux = { cle: string; libelle: string; colonne: number; valeur: Cellule }
export type LienFlux = { de: string; vers: string; valeur: Cellule }

const issues = ['acceptees', 'refusees', 'renoncees', 'retirees', 'expirees', 'en-cours'] as const
const TO_FIND = ''
const WHOLE = 'ensemble'

/** The flow that a section tells, or null: requests by route (from, to, what came of them), or ends of stays by department. */
export function fluxOf(section: Section): Flux | null {
  const { indicateur, dimension } = section
  const flux =
    indicateur === 'orientations' && dimension === 'trajet'
      ? requests(section)
      : indicateur === 'sorties' && dimension === 'departement'
        ? endings(section)
        : null
  return flux === null || flux.liens.length === 0 ? null : flux
}

/** Adds parts up: secret as soon as one of them is. */
export function addUp(parts: readonly Cellule[]): Cellule {
  let sum = 0
  for (const part of parts) {
    if (part === 'SECRET') return 'SECRET'
    if (typeof part === 'number') sum += part
  }
  return sum
}

function requests(section: Section): Flux {
  const cell = reader(section)
  const arrivals = [...departements, TO_FIND]
  const liens = [
    ...departements.flatMap((de) =>
      arrivals.map((vers) => link(`de ${de}`, `vers ${vers}`, cell(`${de}>${vers}`, 'orientations'))),
    ),
    ...arrivals.flatMap((vers) =>
      issues.map((issue) =>
        link(`vers ${vers}`, issue, addUp(departements.map((de) => cell(`${de}>${vers}`, issue)))),
      ),
    ),
  ].filter(({ valeur }) => valeur !== 0)
  const named = [
    ...departements.map((code) => step(`de ${code}`, `Depuis ${nom(code)}`, 0)),
    ...departements.map((code) => step(`vers ${code}`, `Vers ${nom(code)}`, 1)),
    step(`vers ${TO_FIND}`, 'À toute place qui convient', 1),
    ...issues.map((issue) => step(issue, labelOf(section, issue), 2)),
  ]
  const known = (cle: string) => cell(WHOLE, cle)
  return { titre: 'De la demande à son issue', noeuds: weigh(named, liens, known), liens }
}

function endings(section: Section): Flux {
  const cell = reader(section)
  const destinations = section.colonnes.filter(({ profondeur }) => profondeur > 0)
  const liens = departements
    .flatMap((code) => destinations.map(({ cle }) => link(`de ${code}`, cle, cell(code, cle))))
    .filter(({ valeur }) => valeur !== 0)
  const named = [
    ...departements.map((code) => step(`de ${code}`, `Séjours finis, ${nom(code)}`, 0)),
    ...destinations.map(({ cle, libelle }) => step(cle, libelle, 1)),
  ]
  const known = (cle: string) => {
    const code = departements.find((each) => cle === `de ${each}`)
    return code === undefined ? cell(WHOLE, cle) : cell(code, 'sorties')
  }
  return { titre: 'Du séjour à la sortie', noeuds: weigh(named, liens, known), liens }
}

function reader({ lignes, colonnes, cellules }: Section): (ligne: string, colonne: string) => Cellule {
  const lines = new Map(lignes.map(({ cle }, rang) => [cle, rang]))
  const columns = new Map(colonnes.map(({ cle }, rang) => [cle, rang]))
  return (ligne, colonne) => cellules[lines.get(ligne) ?? -1]?.[columns.get(colonne) ?? -1] ?? 0
}

function labelOf({ colonnes }: Section, cle: string): string {
  return colonnes.find((colonne) => colonne.cle === cle)?.libelle ?? cle
}

function nom(code: Departement): string {
  return libellesDepartement[code]
}

function link(de: string, vers: string, valeur: Cellule): LienFlux {
  return { de, vers, valeur }
}

function step(cle: string, libelle: string, colonne: number): Omit<NoeudFlux, 'valeur'> {
  return { cle, libelle, colonne }
}

/**
 * What goes through a step: what leaves the first ones, what reaches the others; steps that nothing reaches are left out. When one of
 * its flows is secret, the total that the table shows (`known`), if it shows one.
 */
function weigh(
  steps: readonly Omit<NoeudFlux, 'valeur'>[],
  liens: readonly LienFlux[],
  known: (cle: string) => Cellule,
): NoeudFlux[] {
  return steps.flatMap((each) => {
    const through = liens.filter(({ de, vers }) => (each.colonne === 0 ? de : vers) === each.cle)
    if (through.length === 0) return []
    const sum = addUp(through.map(({ valeur }) => valeur))
    return { ...each, valeur: sum === 'SECRET' ? known(each.cle) || sum : sum }
  })
}
