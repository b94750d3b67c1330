import { plural } from '../commun/format'

/** Beyond, acts that have not left are an alert: hours. */
export const ALERTE_HEURES = 24
/** A clock this wrong is told: seconds. */
export const DECALAGE_TOLERE_S = 120

/** What the desk knows of a tablet. Counts are of acts; `trous` are the numbers that neither side holds. */
export type FaitsAppareil = {
  enroleLe: Date | null
  expireLe: Date | null
  revoqueLe: Date | null
  dernierContactLe: Date
  plusAncienLe: Date | null
  enAttente: number
  recus: number
  sequenceMax: number
  decalage: number
}

export type EtatAppareil =
  'RETIREE' | 'EXPIREE' | 'MANQUE' | 'RETARD' | 'EN_ATTENTE' | 'NON_ENROLEE' | 'A_JOUR'

export const libellesEtat: Record<EtatAppareil, string> = {
  RETIREE: 'Retirée',
  EXPIREE: 'À enrôler de nouveau',
  MANQUE: 'Des faits manquent',
  RETARD: 'Rien envoyé depuis plus de 24 h',
  EN_ATTENTE: 'Envoi en cours',
  NON_ENROLEE: 'Non enrôlée',
  A_JOUR: 'À jour',
}

/** Acts the tablet made that are neither in the base nor, by its own word, still on it. */
export function manquants({ sequenceMax, recus, enAttente }: FaitsAppareil): number {
  return Math.max(0, sequenceMax - recus - enAttente)
}

/** Whether acts have been waiting on the tablet for more than a day. */
export function isEnRetard({ enAttente, plusAncienLe, dernierContactLe }: FaitsAppareil, now: Date): boolean {
  const depuis = plusAncienLe ?? dernierContactLe
  return enAttente > 0 && now.getTime() - depuis.getTime() > ALERTE_HEURES * 3_600_000
}

/** The one word for a tablet: what most needs somebody first. */
export function etatAppareil(faits: FaitsAppareil, now: Date): EtatAppareil {
  if (faits.revoqueLe !== null) return 'RETIREE'
  if (manquants(faits) > 0) return 'MANQUE'
  if (isEnRetard(faits, now)) return 'RETARD'
  if (faits.expireLe !== null && faits.expireLe <= now) return 'EXPIREE'
  if (faits.enAttente > 0) return 'EN_ATTENTE'
  return faits.enroleLe === null ? 'NON_ENROLEE' : 'A_JOUR'
}

/** « 143 reçus sur 145 faits ». */
export function direRecus({ recus, sequenceMax }: Pick<FaitsAppareil, 'recus' | 'sequenceMax'>): string {
  return `${plural(recus, 'reçu', 'reçus')} sur ${plural(Math.max(recus, sequenceMax), 'fait', 'faits')}`
}

type Plage = readonly [from: number, to: number]

/** The holes that nobody holds: the tablet makes its acts in order, so what it still holds is at their end. */
export function trousPerdus(trous: readonly Plage[], enAttente: number): Plage[] {
  let held = enAttente
  const lost: Plage[] = []
  for (const [from, to] of trous.toReversed()) {
    const length = to - from + 1
    const kept = Math.min(held, length)
    held -= kept
    if (kept < length) lost.unshift([from, to - kept])
  }
  return lost
}

/** « 2, 5 à 7 »: numbers of the acts that never came. */
export function direTrous(trous: readonly Plage[]): string {
  return trous.map(([from, to]) => (from === to ? `${from}` : `${from} à ${to}`)).join(', ')
}
