import 'server-only'
import type { RefusConnexion } from '@/domain/comptes/connexion'
import { prisma } from '@/db/client'
import { withoutViewer } from '@/db/transaction'
import { claimAttempt, type Origin, settleAttempt } from './attempts'
import { verifyPassword } from './password'
import { openSession } from './session'
import { openTicket, sealTicket } from './ticket'
import { acceptCode } from './totp'

/** Signed in, or one step further: the account asks for its six digits, and the ticket proves the password was right. */
export type SignedIn =
  | { ok: true; etape: 'OUVERTE'; sessionId: string; courriel: string }
  | { ok: true; etape: 'CODE'; ticket: string }

export type SignInResult = SignedIn | RefusConnexion

const account = { id: true, courriel: true, motDePasse: true, totp: true } as const

/**
 * First step. The attempt is counted before the password is looked at; an unknown e-mail, a closed account and a wrong
 * password cost the same and answer the same.
 */
export async function signInWithPassword(
  { courriel, motDePasse }: { courriel: string; motDePasse: string },
  origin: Origin,
  now: Date,
): Promise<SignInResult> {
  const claim = await claimAttempt(courriel, origin, now)
  if (!claim.permis) return { ok: false, reason: 'TROP_D_ESSAIS', reessayerLe: claim.reessayerLe }
  const compte = await prisma.compte.findFirst({ where: { courriel, actif: true }, select: account })
  const matches = await verifyPassword(compte?.motDePasse ?? null, motDePasse)
  if (compte === null || !matches) return refuse(compte?.id ?? null, 'IDENTIFIANTS_REFUSES', now)
  if (compte.totp !== null) {
    await withoutViewer((tx) => settleAttempt(tx, claim.essaiId))
    return { ok: true, etape: 'CODE', ticket: await sealTicket(compte.id) }
  }
  return open(compte, claim.essaiId, now)
}

/** Second step: the six digits, counted like a password. */
export async function signInWithCode(
  { ticket, code }: { ticket: string; code: string },
  origin: Origin,
  now: Date,
): Promise<SignInResult> {
  const compteId = await openTicket(ticket)
  const compte =
    compteId === null
      ? null
      : await prisma.compte.findFirst({ where: { id: compteId, actif: true }, select: account })
  if (compte === null || compte.totp === null) return { ok: false, reason: 'DELAI_PASSE' }
  const claim = await claimAttempt(compte.courriel, origin, now)
  if (!claim.permis) return { ok: false, reason: 'TROP_D_ESSAIS', reessayerLe: claim.reessayerLe }
  if (!(await acceptCode(compte.id, compte.totp, code, now))) return refuse(compte.id, 'CODE_REFUSE', now)
  return open(compte, claim.essaiId, now)
}

async function open(
  { id, courriel }: { id: string; courriel: string },
  essaiId: string,
  now: Date,
): Promise<SignedIn> {
  const sessionId = await withoutViewer(async (tx) => {
    await settleAttempt(tx, essaiId)
    return openSession(tx, id, now)
  })
  return { ok: true, etape: 'OUVERTE', sessionId, courriel }
}

/** The journal keeps a line for an unknown e-mail too, so that a refusal takes the same time whoever is asked for. */
async function refuse(
  compteId: string | null,
  reason: 'IDENTIFIANTS_REFUSES' | 'CODE_REFUSE',
  now: Date,
): Promise<RefusConnexion> {
  await prisma.journal.create({ data: { le: now, compteId, action: 'comptes.sign-in', refus: reason } })
  return { ok: false, reason }
}
