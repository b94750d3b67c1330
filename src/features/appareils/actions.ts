'use server'

import { drawEnrolementCode } from '@/auth/device'
import { answerForm, runFormAction } from '@/auth/form-action'
import { formatCode, nomAppareilSchema } from '@/domain/appareils/enrolement'
import { phrasesRefusAppareil, revocationSchema } from '@/domain/appareils/revocation'
import type { EtatAction } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import { env } from '@/lib/env'
import { drawQrCode } from '@/lib/qr-code'
import { openEnrolement, revokeAppareil } from './commands'

/** What the screen shows once: the code, readable and as a drawing, and until when. */
export type CodeMontre = {
  libelle: string
  code: string
  expireLe: string
  qr: { path: string; size: number }
}
export type EtatEnrolement = { montre: CodeMontre | null; refus: string | null }

/** Makes a code for one tablet. It is shown once: the base keeps only its fingerprint. */
export async function enrol(_previous: EtatEnrolement, form: FormData): Promise<EtatEnrolement> {
  const { code, empreinte } = drawEnrolementCode()
  const result = await runFormAction(
    { libelle: form.get('libelle') },
    {
      schema: nomAppareilSchema,
      command: (context, input) => openEnrolement(context, { ...input, empreinte }),
    },
  )
  if (!result.ok) {
    const refus = 'champs' in result ? result.champs['libelle']?.[0] : phrasesRefusAppareil[result.reason]
    return { montre: null, refus: refus ?? 'Nom de la tablette attendu' }
  }
  // After the #: a browser never sends it, so that the code is in no server's log.
  const address = `${env.PUBLIC_URL}/terrain/enrolement#${code}`
  const { libelle, expireLe } = result.value
  const shown = { libelle, code: formatCode(code), expireLe: expireLe.toISOString() }
  return { montre: { ...shown, qr: drawQrCode(address) }, refus: null }
}

/** Puts a tablet out of use. */
export async function revoke(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: revocationSchema,
    command: revokeAppareil,
    fait: ({ enAttente }) => tellRevoked(enAttente),
    phrase: ({ reason }) => phrasesRefusAppareil[reason],
  })
}

function tellRevoked(enAttente: number): string {
  if (enAttente === 0) return 'Tablette retirée. Elle n’avait plus rien à envoyer.'
  return `Tablette retirée. ${plural(enAttente, 'fait gardé', 'faits gardés')} sur elle ${enAttente < 2 ? 'sera perdu' : 'seront perdus'} si on ne la retrouve pas.`
}
