import { z } from 'zod'
import { formatDuration, formatTime } from '@/domain/commun/format'
import { LONGUEUR_MAXIMALE } from './mot-de-passe'

/** An e-mail as accounts keep it: trimmed, lower case, 254 characters at most. */
export const courrielSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Adresse trop longue.')
  .pipe(z.email('Adresse attendue, par exemple prenom@association.fr.'))

/** What the first step of signing in sends. */
export const identifiantsSchema = z.object({
  courriel: courrielSchema,
  motDePasse: z.string().min(1, 'Écrivez le mot de passe.').max(LONGUEUR_MAXIMALE, 'Mot de passe trop long.'),
})

/** What the second step sends; spaces typed inside the code are ignored. */
export const codeSchema = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Six chiffres attendus.'))

/** What is wrong with the first step, by field. */
export type FautesIdentifiants = { courriel?: string; motDePasse?: string }

/** The first fault of each field, in French. */
export function fautesIdentifiants(
  error: z.ZodError<z.infer<typeof identifiantsSchema>>,
): FautesIdentifiants {
  const { courriel, motDePasse } = z.flattenError(error).fieldErrors
  return {
    ...(courriel?.[0] !== undefined && { courriel: courriel[0] }),
    ...(motDePasse?.[0] !== undefined && { motDePasse: motDePasse[0] }),
  }
}

/** Where the sign-in form stands. The ticket is sealed: it says nothing to whoever reads it. */
export type EtatConnexion =
  | { etape: 'MOT_DE_PASSE'; courriel: string; refus: string | null; fautes: FautesIdentifiants }
  | { etape: 'CODE'; ticket: string; refus: string | null; faute: string | null }

/** Why nobody was signed in. Unknown e-mail, wrong password and closed account are one reason, on purpose. */
export type RefusConnexion =
  | { ok: false; reason: 'IDENTIFIANTS_REFUSES' | 'CODE_REFUSE' | 'DELAI_PASSE' }
  | { ok: false; reason: 'TROP_D_ESSAIS'; reessayerLe: Date }

/** The sentence for a refusal: what happened, what to do, and from when. */
export function messageRefus(refus: RefusConnexion, now: Date): string {
  switch (refus.reason) {
    case 'IDENTIFIANTS_REFUSES':
      return 'Adresse ou mot de passe incorrects. Vérifiez-les, puis réessayez.'
    case 'CODE_REFUSE':
      return 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant sur votre application, puis réessayez.'
    case 'DELAI_PASSE':
      return 'Le délai de cinq minutes est passé. Recommencez avec votre mot de passe.'
    case 'TROP_D_ESSAIS': {
      const minutes = Math.max(1, Math.ceil((refus.reessayerLe.getTime() - now.getTime()) / 60_000))
      return `Trop d’essais. Réessayez dans ${formatDuration(minutes)}, à ${formatTime(refus.reessayerLe)}.`
    }
  }
}

/** Errors next-auth brings back to `/connexion?error=…` from the identity provider; anything unknown has the general sentence. */
export function messageFournisseur(error: string | undefined): string | null {
  if (error === undefined) return null
  if (error === 'AccessDenied')
    return 'Aucun compte actif de Maillage ne porte cette adresse vérifiée. Demandez à la personne responsable de votre organisation.'
  return 'La connexion par le fournisseur d’identité n’a pas abouti. Réessayez, ou utilisez votre mot de passe.'
}
