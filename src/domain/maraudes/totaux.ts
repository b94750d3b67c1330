import type { SensMateriel } from './listes'

/** What a total needs of a stop; a draft has it too. */
export type Compte = {
  rencontres: readonly { connus: number; nouveaux: number }[]
  materiel: readonly { sens: SensMateriel; quantite: number }[]
  besoins: readonly { reponse: string | null }[]
}

/** Figures of one or several stops: people met, among them new, material as it was handed (a kit counts one), unmet needs. */
export type Totaux = {
  personnes: number
  nouvelles: number
  donnes: number
  recuperes: number
  besoins: number
  sansReponse: number
}

/** Adds up stops. */
export function totalOf(arrets: readonly Compte[]): Totaux {
  const rencontres = arrets.flatMap((arret) => arret.rencontres)
  const materiel = arrets.flatMap((arret) => arret.materiel)
  const besoins = arrets.flatMap((arret) => arret.besoins)
  return {
    personnes: sum(rencontres.map(({ connus, nouveaux }) => connus + nouveaux)),
    nouvelles: sum(rencontres.map(({ nouveaux }) => nouveaux)),
    donnes: sum(materiel.map(({ sens, quantite }) => (sens === 'DONNE' ? quantite : 0))),
    recuperes: sum(materiel.map(({ sens, quantite }) => (sens === 'RECUPERE' ? quantite : 0))),
    besoins: besoins.length,
    sansReponse: besoins.filter(({ reponse }) => reponse === 'SANS_REPONSE').length,
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
