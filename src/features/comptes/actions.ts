'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { accountFingerprint } from '@/auth/attempts'
import { rememberAccount } from '@/auth/known-devices'
import { readOrigin } from '@/auth/origin'
import { requireViewer } from '@/auth/require-viewer'
import { writeSessionCookie } from '@/auth/session-cookie'
import { signInWithCode, signInWithPassword, type SignInResult } from '@/auth/sign-in'
import {
  codeSchema,
  type EtatConnexion,
  fautesIdentifiants,
  identifiantsSchema,
  messageRefus,
} from '@/domain/comptes/connexion'
import { cheminDeRetour } from '@/domain/comptes/retour'
import { compteIdSchema, messageRevocation, type Revocation } from '@/domain/comptes/revocation'
import { inTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { runtimeRoute } from '@/lib/route'
import { revokeSessions } from './commands'

/** Both steps of signing in: e-mail and password, then the six digits where the account asks for them. */
export async function signIn(previous: EtatConnexion, form: FormData): Promise<EtatConnexion> {
  return previous.etape === 'CODE' && form.get('recommencer') === null
    ? giveCode(previous, form)
    : givePassword(form)
}

/** Ends every session of an account; what it answers is the sentence to show. */
export async function revoke(_previous: string | null, form: FormData): Promise<string> {
  const actor = await requireViewer()
  const compteId = compteIdSchema.safeParse(text(form, 'compteId'))
  if (!compteId.success) return messageRevocation({ ok: false, reason: 'INTROUVABLE' })
  const result: Revocation = await inTransaction(actor, (tx) =>
    revokeSessions({ actor, now: now(), tx }, { compteId: compteId.data }),
  )
  revalidatePath('/administration')
  return messageRevocation(result)
}

async function givePassword(form: FormData): Promise<EtatConnexion> {
  const given = { courriel: text(form, 'courriel'), motDePasse: text(form, 'motDePasse') }
  const parsed = identifiantsSchema.safeParse(given)
  if (!parsed.success) {
    return {
      etape: 'MOT_DE_PASSE',
      courriel: given.courriel,
      refus: null,
      fautes: fautesIdentifiants(parsed.error),
    }
  }
  const result = await signInWithPassword(parsed.data, await readOrigin(), now())
  if (result.ok) return enter(result, form)
  return { etape: 'MOT_DE_PASSE', courriel: given.courriel, refus: messageRefus(result, now()), fautes: {} }
}

async function giveCode(previous: EtatConnexion & { etape: 'CODE' }, form: FormData): Promise<EtatConnexion> {
  const code = codeSchema.safeParse(text(form, 'code'))
  if (!code.success) return { ...previous, refus: null, faute: code.error.issues[0]?.message ?? null }
  const result = await signInWithCode({ ticket: previous.ticket, code: code.data }, await readOrigin(), now())
  if (result.ok) return enter(result, form)
  const refus = messageRefus(result, now())
  if (result.reason === 'DELAI_PASSE') return { etape: 'MOT_DE_PASSE', courriel: '', refus, fautes: {} }
  return { ...previous, refus, faute: null }
}

async function enter(result: SignInResult & { ok: true }, form: FormData): Promise<EtatConnexion> {
  if (result.etape === 'CODE') return { etape: 'CODE', ticket: result.ticket, refus: null, faute: null }
  await writeSessionCookie(result.sessionId)
  await rememberAccount(accountFingerprint(result.courriel))
  redirect(runtimeRoute(cheminDeRetour(text(form, 'suite'))))
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
