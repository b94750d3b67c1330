import { z } from 'zod'
import { addDays, type CivilDate, fromParis } from '../commun/civil-date'
import { endOfNightServed, nightServed } from '../places/sejour'
import type { MotifExpiration, MotifNonVenue } from './motifs'
import { type Echeance, type StatutOrientation, statutsARepondre } from './statuts'

const MINUTE = 60_000
const NOON = 12 * 60
/** Days after the date wished for which a request without an answer still makes sense. */
const JOURS_SANS_REPONSE = 30
/** Days on a waiting list after which one asks again rather than pretends to wait. */
const JOURS_EN_ATTENTE = 90

/** Minutes a receiver has for a first answer, for tonight and for a date. Frozen on the orientation when it is sent. */
export const delaisSchema = z.object({ ceSoir: z.number().int().min(5), aDate: z.number().int().min(60) })
export type Delais = z.infer<typeof delaisSchema>

/** Where nobody has set anything, or when the request is made to all. */
export const delaisUsuels: Delais = { ceSoir: 45, aDate: 3 * 24 * 60 }

/** What the clocks read of one orientation. `tenueJusque` is the hour of the place held, if there is one. */
export type Attente = {
  statut: StatutOrientation
  echeance: Echeance
  pourLe: CivilDate | null
  envoyeeLe: Date
  /** the first real answer; for one under study, the moment it began */
  premiereReponseLe: Date | null
  attenteLe: Date | null
  entreePrevue: CivilDate | null
  tenueJusque: Date | null
  delais: Delais
}

/** When each clock strikes, or null when it does not run in this state. */
export type Echeancier = {
  /** the receiver is reminded */
  rappel: Date | null
  /** the one responsible for the follow-up is told that nothing moves */
  blocage: Date | null
  /** the request ends by itself: EXPIRÉE, or NON VENUE once accepted */
  fin: Date | null
}

/** The three clocks of an orientation. Lengths are real minutes; ends of night are noon in Paris, summer time included. */
export function echeancierDe(attente: Attente): Echeancier {
  const { statut, envoyeeLe, premiereReponseLe, attenteLe } = attente
  if (statut === 'ENVOYEE' || statut === 'RECUE')
    return { ...relances(attente, envoyeeLe, 1), fin: finSansReponse(attente) }
  // Studying takes longer than seeing: twice the delay, from the moment it began.
  if (statut === 'A_L_ETUDE')
    return { ...relances(attente, premiereReponseLe ?? envoyeeLe, 2), fin: finSansReponse(attente) }
  if (statut === 'EN_ATTENTE')
    return { ...aucuneRelance, fin: midi(nightServed(attenteLe ?? envoyeeLe), JOURS_EN_ATTENTE) }
  return { ...aucuneRelance, fin: statut === 'ACCEPTEE' ? finDArrivee(attente) : null }
}

const aucuneRelance = { rappel: null, blocage: null }

function relances({ echeance, delais }: Attente, since: Date, times: number) {
  const delay = (echeance === 'CE_SOIR' ? delais.ceSoir : delais.aDate) * times * MINUTE
  return { rappel: new Date(since.getTime() + delay), blocage: new Date(since.getTime() + 2 * delay) }
}

/** Tonight's ends with the night; one for a date, thirty days after the date or after it was sent. */
function finSansReponse({ echeance, pourLe, envoyeeLe }: Attente): Date {
  if (echeance === 'CE_SOIR' || pourLe === null) return endOfNightServed(envoyeeLe)
  const sent = nightServed(envoyeeLe)
  return midi(pourLe > sent ? pourLe : sent, JOURS_SANS_REPONSE)
}

/**
 * Nobody came: at noon after the night for which a place was held, so that somebody late still finds its hold extended or given
 * again; at noon the day after a promised date.
 */
function finDArrivee({ tenueJusque, entreePrevue }: Attente): Date | null {
  if (tenueJusque !== null) return endOfNightServed(tenueJusque)
  return entreePrevue === null ? null : midi(entreePrevue, 1)
}

function midi(day: CivilDate, days: number): Date {
  return fromParis(addDays(day, days), NOON)
}

/** What a clock does to an orientation: a state it ends in with who was late, a reminder, or nothing yet. */
export type Sonnerie =
  | { acte: 'FIN'; vers: 'EXPIREE'; motif: MotifExpiration }
  | { acte: 'FIN'; vers: 'NON_VENUE'; motif: MotifNonVenue }
  | { acte: 'RAPPEL' | 'BLOCAGE' }

/** The one clock that has struck by `now` and has not been heard; the end first. Heard twice, it says nothing new. */
export function sonnerieDe(
  attente: Attente,
  heard: { relanceeLe: Date | null; signaleeLe: Date | null },
  now: Date,
): Sonnerie | null {
  const { rappel, blocage, fin } = echeancierDe(attente)
  if (fin !== null && fin <= now) return finDe(attente.statut)
  if (blocage !== null && blocage <= now && heard.signaleeLe === null) return { acte: 'BLOCAGE' }
  if (rappel !== null && rappel <= now && heard.relanceeLe === null && heard.signaleeLe === null)
    return { acte: 'RAPPEL' }
  return null
}

function finDe(statut: StatutOrientation): Sonnerie {
  if (statut === 'ACCEPTEE') return { acte: 'FIN', vers: 'NON_VENUE', motif: 'PAS_RETROUVEE' }
  if (statut === 'EN_ATTENTE') return { acte: 'FIN', vers: 'EXPIREE', motif: 'ATTENTE_SANS_SUITE' }
  return { acte: 'FIN', vers: 'EXPIREE', motif: statut === 'A_L_ETUDE' ? 'SANS_DECISION' : 'SANS_REPONSE' }
}

/** What the clocks have said of a request that still waits for its receiver: reminded, or nothing moves; null: nothing yet, or no more. */
export type MarqueDelai = 'RELANCEE' | 'BLOQUEE'
export const libellesMarqueDelai: Record<MarqueDelai, string> = { RELANCEE: 'Relancée', BLOQUEE: 'Bloquée' }

/** The mark shown beside a request in the lists. Once answered or put in line, what the clocks said is past. */
export function marqueDelai(
  statut: StatutOrientation,
  { relanceeLe, signaleeLe }: { relanceeLe: Date | null; signaleeLe: Date | null },
): MarqueDelai | null {
  const waits: readonly StatutOrientation[] = statutsARepondre
  if (!waits.includes(statut)) return null
  if (signaleeLe !== null) return 'BLOQUEE'
  return relanceeLe === null ? null : 'RELANCEE'
}
