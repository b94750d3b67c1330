import { z } from 'zod'

/** What a file asked for has become. */
export const etatExportSchema = z.enum(['DEMANDE', 'EN_COURS', 'PRET', 'ECHOUE', 'EXPIRE'])
export type EtatExport = z.infer<typeof etatExportSchema>

export const libellesEtatExport: Record<EtatExport, string> = {
  DEMANDE: 'En attente',
  EN_COURS: 'En cours',
  PRET: 'Prêt',
  ECHOUE: 'Échoué',
  EXPIRE: 'Expiré',
}

/** Days a file can be downloaded once ready. */
export const DAYS_KEPT = 7

/** Files one account may have waiting at once. */
export const MOST_WAITING = 3

/** Bytes of every piece of a file but the last: the base refuses longer ones. */
export const CHUNK_BYTES = 512 * 1024

/** Why a file is not made or not handed over. */
export type RefusExportLignes = 'INTERDIT' | 'DEJA_DEMANDE' | 'TROP_DEMANDES' | 'INCONNU'

/** What is answered then. */
export const phrasesRefusExportLignes: Record<RefusExportLignes, string> = {
  INTERDIT: 'Votre rôle ne télécharge pas ces lignes. Rien n’a été demandé.',
  DEJA_DEMANDE: 'Ce fichier est déjà demandé : il est dans la liste ci-dessous, avec son avancement.',
  TROP_DEMANDES: `Vous avez déjà ${MOST_WAITING} fichiers en attente. Attendez que l’un d’eux soit prêt.`,
  INCONNU: 'Ce fichier n’existe pas, ou n’est plus gardé. Demandez-le à nouveau.',
}

/** Why a file could not be made, as its line keeps it. */
export type FauteExport = 'INTERDIT' | 'INTERROMPU'

const phrasesFaute: Record<FauteExport, string> = {
  INTERDIT: 'Votre rôle a changé depuis la demande : ces lignes ne vous sont plus ouvertes.',
  INTERROMPU:
    'Trois essais ont été interrompus, par une panne ou un arrêt du serveur. Demandez-le à nouveau.',
}

/** What to say of a file that could not be made. */
export function tellFaute(faute: string | null): string {
  return faute === 'INTERDIT' ? phrasesFaute.INTERDIT : phrasesFaute.INTERROMPU
}
