/** Why a file is not handed over. */
export type RefusExport = 'INTERDIT'

/** What is answered then. */
export const phrasesRefusExport: Record<RefusExport, string> = {
  INTERDIT:
    'Votre rôle ne télécharge pas de rapport. Demandez le fichier à la MMPCR, ou au responsable de votre organisation.',
}
