import { z } from 'zod'

/** Shortest password accepted for an account, in characters (CNIL 2022-100: length rather than recipes). */
export const LONGUEUR_MINIMALE = 12

/** Longest one read: beyond it, hashing would be a way to tire the server. */
export const LONGUEUR_MAXIMALE = 200

const DEBUT_DE_COURRIEL_SIGNIFICATIF = 4
const CARACTERES_DIFFERENTS = 5

/**
 * A new password for this account: 12 to 200 characters, at least 5 different ones, without the e-mail or what stands
 * before its @. Messages are in French, ready to show.
 */
export function motDePasseSchema(courriel: string) {
  return z
    .string()
    .min(LONGUEUR_MINIMALE, `Au moins ${LONGUEUR_MINIMALE} caractères.`)
    .max(LONGUEUR_MAXIMALE, `Pas plus de ${LONGUEUR_MAXIMALE} caractères.`)
    .refine((text) => !contientLeCourriel(text, courriel), 'Il ne doit pas contenir l’adresse de messagerie.')
    .refine(
      (text) => new Set(text).size >= CARACTERES_DIFFERENTS,
      `Au moins ${CARACTERES_DIFFERENTS} caractères différents.`,
    )
}

function contientLeCourriel(motDePasse: string, courriel: string): boolean {
  const [debut = ''] = courriel.toLowerCase().split('@')
  const text = motDePasse.toLowerCase()
  return (
    text.includes(courriel.toLowerCase()) ||
    (debut.length >= DEBUT_DE_COURRIEL_SIGNIFICATIF && text.includes(debut))
  )
}
