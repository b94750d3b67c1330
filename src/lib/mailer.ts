import 'server-only'
import { createTransport } from 'nodemailer'
import type { Courriel } from '@/domain/enregistres/courriel'
import { env } from './env'

/** Sends one e-mail, or throws. Thrown with a `responseCode`: the server answered, and refused. */
export type Send = (courriel: Courriel) => Promise<void>

const SECONDS = 1000

/** A way to send through this server (`smtp://` or `smtps://`), from this address. */
export function makeSend(url: string, from: string): Send {
  const transport = createTransport({
    url,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 20 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.split('@')[1] ?? 'maillage'
  return async ({ id, to, subject, text }) => {
    await transport.sendMail({
      from: { name: 'Maillage', address: from },
      to,
      subject,
      text,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  }
}

/** The way that the settings give; null when e-mail is not set on this server. */
export function configuredSend(): Send | null {
  const { SMTP_URL, SMTP_FROM } = env
  return SMTP_URL === undefined || SMTP_FROM === undefined ? null : makeSend(SMTP_URL, SMTP_FROM)
}
