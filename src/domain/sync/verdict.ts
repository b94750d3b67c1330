/** What the base holds of an act, on the wire. A replay (`doublon`) answers with it. */
export type Etat = 'applique' | 'en-attente' | 'quarantaine'

/** How each verdict reads on the tablet, and what becomes of the act. */
export const libellesVerdict = {
  applique: 'Reçu et compté',
  doublon: 'Déjà reçu',
  'en-attente': 'Reçu, attend la suite',
  quarantaine: 'Reçu, à corriger au bureau',
  conflit: 'Reçu deux fois, deux textes gardés',
  recommencer: 'Pas encore reçu, nouvel essai bientôt',
  'version-plus-recente': 'Gardé : le serveur doit être mis à jour',
} as const

/** What the server says of one act it was sent. */
export type Verdict = keyof typeof libellesVerdict

/** The base holds the act: it may leave the tablet. The two others stay and are sent again. */
export function isReceived(verdict: Verdict): boolean {
  return verdict !== 'recommencer' && verdict !== 'version-plus-recente'
}

/** One act's verdict. `etat`, with `doublon`: what the base held already. */
export type ReponseActe = { id: string; verdict: Verdict; etat?: Etat; motif?: string }
