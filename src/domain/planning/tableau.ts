import type { CivilDate } from '../commun/civil-date'

/** One planned round of the week; `equipe` is null for another organisation's, of which only place and hour are known. */
export type Creneau = {
  id: string | null
  secteurCode: string
  nuit: CivilDate
  debut: Date
  fin: Date
  equipe: string | null
  mode: string | null
  version: number | null
  /** the round that was done of it; null: not (yet) */
  maraudeId: string | null
}

/** Figures of a sector, over the week. `objectif` null: none was set. Hours; `dernier`: the last stop of any team. */
export type FaitsSecteur = { objectif: number | null; faites: number; dernier: Date | null }

/** One sector of the week. `nuits` holds its rounds by night; a `double` is a night when two of them overlap. */
export type LigneSecteur = FaitsSecteur & {
  code: string
  nom: string
  nuits: { nuit: CivilDate; creneaux: Creneau[]; isDouble: boolean }[]
  prevues: number
  /** hours short of the target; null without a target */
  manque: number | null
}

type Secteur = { code: string; nom: string }

/** The week by sector: those where something is planned, wanted or was done, what is most short first. */
export function tableauSemaine(
  nuits: readonly CivilDate[],
  secteurs: readonly Secteur[],
  creneaux: readonly Creneau[],
  faits: ReadonlyMap<string, FaitsSecteur>,
): LigneSecteur[] {
  return secteurs
    .map(({ code, nom }) => {
      const own = creneaux.filter(({ secteurCode }) => secteurCode === code)
      const fait = faits.get(code) ?? { objectif: null, faites: 0, dernier: null }
      const prevues = hours(own)
      return {
        ...fait,
        code,
        nom,
        nuits: nuits.map((nuit) => nightOf(nuit, own)),
        prevues,
        manque: fait.objectif === null ? null : Math.max(0, fait.objectif - prevues),
      }
    })
    .filter(({ prevues, objectif, faites }) => prevues > 0 || objectif !== null || faites > 0)
    .toSorted((one, other) => (other.manque ?? -1) - (one.manque ?? -1) || one.code.localeCompare(other.code))
}

function nightOf(nuit: CivilDate, own: readonly Creneau[]) {
  const creneaux = own
    .filter((creneau) => creneau.nuit === nuit)
    .toSorted((one, other) => one.debut.getTime() - other.debut.getTime())
  const isDouble = creneaux.some(({ fin }, rang) => {
    const next = creneaux[rang + 1]
    return next !== undefined && next.debut < fin
  })
  return { nuit, creneaux, isDouble }
}

function hours(creneaux: readonly Creneau[]): number {
  const minutes = creneaux.reduce(
    (total, { debut, fin }) => total + (fin.getTime() - debut.getTime()) / 60_000,
    0,
  )
  return Math.round(minutes / 6) / 10
}
