import 'server-only'
import { readAccountViewer } from '@/auth/account-viewer'
import { inTransaction, type Transaction, withoutViewer } from '@/db/transaction'
import { fromDatabaseDate } from '@/domain/commun/civil-date'
import type { Viewer } from '@/domain/comptes/viewer'
import { writeCourriel } from '@/domain/enregistres/courriel'
import type { RythmeRapport } from '@/domain/enregistres/echeance'
import type { FauteEnvoi } from '@/domain/enregistres/envoi'
import { failEnvoi, type PriseEnvoi, sealEnvoi } from '@/features/envois/commands'
import { findEnregistre } from '@/features/enregistres/queries'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { configuredSend, type Send } from '@/lib/mailer'

/** Sends the links that are due. Without e-mail on this server, nothing: due dates wait for it. */
export async function sendReports(now: Date): Promise<void> {
  const send = configuredSend()
  if (send !== null) await sendDue(now, send)
}

/**
 * Notes the due dates that have come, then sends each link once. Two nodes share them: the base gives each to one. A node that dies
 * while sending is replaced five minutes later, with the same Message-ID: a message that had left is recognised.
 */
export async function sendDue(now: Date, send: Send): Promise<void> {
  await withoutViewer((tx) => tx.$queryRaw`SELECT programmer_envois(${now})`)
  while (await sendNext(now, send)) {
    // Until nothing is due.
  }
}

type Prise = PriseEnvoi & {
  rapport: string
  compte: string
  adresse: string
  rythme: RythmeRapport
  echeance: Date
}

/** Whether there was one to send. */
async function sendNext(now: Date, send: Send): Promise<boolean> {
  const [prise] = await withoutViewer((tx) => take(tx, now))
  if (prise === undefined) return false
  const viewer = await readAccountViewer(prise.compte)
  const faute = await trySend(viewer, prise, send)
  await inTransaction(viewer, (tx) => {
    const context = { actor: viewer, now, tx }
    return faute === null ? sealEnvoi(context, prise) : failEnvoi(context, prise, faute)
  })
  return true
}

function take(tx: Transaction, now: Date): Promise<Prise[]> {
  return tx.$queryRaw<Prise[]>`
    SELECT envoi, rapport, compte, adresse, rythme::text, echeance, essai FROM prendre_envoi(${now})`
}

/** Null: it has left. The rights are those of the account now: a report that is closed to it is not announced. */
async function trySend(viewer: Viewer, prise: Prise, send: Send): Promise<FauteEnvoi | null> {
  const found = await findEnregistre(viewer, prise.rapport)
  if (found === null) return 'INTERDIT'
  const lien = { ...prise, nom: found.nom, echeance: fromDatabaseDate(prise.echeance) }
  try {
    await send(writeCourriel(lien, env.PUBLIC_URL))
    return null
  } catch (error) {
    const faute = isRefusal(error) ? 'REFUSE' : 'INJOIGNABLE'
    logger.warn({ faute, essai: prise.essai }, 'lien de rapport non envoyé')
    return faute
  }
}

/** The server of e-mail answered, and said no. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'responseCode' in error && Boolean(error.responseCode)
}
