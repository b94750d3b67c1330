'use server'

import { redirect } from 'next/navigation'
import { accountFingerprint } from '@/auth/attempts'
import { rememberAccount } from '@/auth/known-devices'
import { readOrigin } from '@/auth/origin'
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
import { now } from '@/lib/clock'

/** Both steps of signing in: e-mail and password, then the six digits where the account asks for them. */
export async function signIn(previous: EtatConnexion, form: FormData): Promise<EtatConnexion> {
  return previous.etape === 'CODE' && form.get('recommencer') === null
    ? giveCode(previous, form)
    : givePassword(form)
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
  redirect(cheminDeRetour(text(form, 'suite')))
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
