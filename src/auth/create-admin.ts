import 'server-only'
import { courrielSchema } from '@/domain/comptes/connexion'
import { motDePasseSchema } from '@/domain/comptes/mot-de-passe'
import { done, refuse, type Result } from '@/domain/commun/result'
import { withoutViewer } from '@/db/transaction'
import { hashPassword } from './password'

export type AdminRefusal = 'COURRIEL_INVALIDE' | 'MOT_DE_PASSE_FAIBLE' | 'ADMIN_EXISTANT' | 'COURRIEL_PRIS'

/** What the operator reads. */
export const adminRefusals: Record<AdminRefusal, string> = {
  COURRIEL_INVALIDE: 'L’adresse n’est pas une adresse de messagerie. Exemple : admin@association.fr',
  MOT_DE_PASSE_FAIBLE: 'Le mot de passe est trop faible : au moins 12 caractères, sans l’adresse.',
  ADMIN_EXISTANT: 'Un compte d’administration existe déjà. Pour en créer un autre, ajoutez --encore.',
  COURRIEL_PRIS: 'Un compte porte déjà cette adresse. Choisissez-en une autre.',
}

type Wish = { courriel: string; motDePasse: string; encore: boolean }

/**
 * The first administrator of a real base, or one more when asked (`encore`). Run by whoever holds the base itself, so nobody
 * is signed in: the journal names the account created.
 */
export async function createAdmin(
  wish: Wish,
  now: Date,
): Promise<Result<{ courriel: string }, AdminRefusal>> {
  const courriel = courrielSchema.safeParse(wish.courriel)
  if (!courriel.success) return refuse('COURRIEL_INVALIDE')
  if (!motDePasseSchema(courriel.data).safeParse(wish.motDePasse).success)
    return refuse('MOT_DE_PASSE_FAIBLE')
  return insertAdmin(courriel.data, await hashPassword(wish.motDePasse), wish.encore, now)
}

function insertAdmin(courriel: string, motDePasse: string, encore: boolean, now: Date) {
  return withoutViewer<Result<{ courriel: string }, AdminRefusal>>(async (tx) => {
    // Two commands at once must not both find no administrator.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('create-admin', 0))`
    const existing = await tx.attribution.count({ where: { role: 'ADMIN', compte: { actif: true } } })
    if (existing > 0 && !encore) return refuse('ADMIN_EXISTANT')
    if ((await tx.compte.count({ where: { courriel } })) > 0) return refuse('COURRIEL_PRIS')
    const { id } = await tx.compte.create({
      data: {
        courriel,
        motDePasse,
        fonction: 'Administration',
        creeLe: now,
        attributions: { create: [{ role: 'ADMIN' }] },
      },
    })
    await tx.journal.create({
      data: { le: now, compteId: id, action: 'comptes.create-admin', objet: 'compte', objetId: id },
    })
    return done({ courriel })
  })
}
