import { z } from 'zod'

/** Closed list, equal to PostgreSQL's `etat_envoi`. */
export const etatEnvoiSchema = z.enum(['A_ENVOYER', 'EN_COURS', 'ENVOYE', 'ECHOUE'])
export type EtatEnvoi = z.infer<typeof etatEnvoiSchema>

export const libellesEtatEnvoi: Record<EtatEnvoi, string> = {
  A_ENVOYER: 'À envoyer',
  EN_COURS: 'Envoi en cours',
  ENVOYE: 'Envoyé',
  ECHOUE: 'Non envoyé',
}

/** Tries of one link before it is given up. */
export const MOST_TRIES = 8

const FIRST_WAIT_MS = 5 * 60_000

/** When to try again after this many tries: 5 minutes, then twice as long each time, half a day in all. */
export function nextTry(essais: number, now: Date): Date {
  return new Date(now.getTime() + FIRST_WAIT_MS * 2 ** (essais - 1))
}

/** Why a link did not leave, as its line keeps it. */
export type FauteEnvoi = 'INTERDIT' | 'REFUSE' | 'INJOIGNABLE'

const phrasesFaute: Record<FauteEnvoi, string> = {
  INTERDIT: 'Ce rapport ne vous est plus ouvert.',
  REFUSE: 'Le serveur de messagerie a refusé le courriel.',
  INJOIGNABLE: 'Le serveur de messagerie n’a pas répondu.',
}

/** What to say of a link that did not leave. */
export function tellFauteEnvoi(faute: string | null): string {
  return faute === 'INTERDIT' || faute === 'REFUSE' ? phrasesFaute[faute] : phrasesFaute.INJOIGNABLE
}
