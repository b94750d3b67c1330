'use server'

import { drawToken, fingerprintOfToken, holderOf } from '@/auth/answer-link'
import { fieldErrors, runFormAction } from '@/auth/form-action'
import { refuseOnConstraint } from '@/db/constraint'
import { inTransaction } from '@/db/transaction'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { refuse } from '@/domain/commun/result'
import { reponseParLienSchema } from '@/domain/orientations/lien'
import { phraseRefus } from '@/domain/orientations/refus'
import { orientationVueSchema } from '@/domain/orientations/reponse'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { answerByLink, openLink } from './commands'
import { findLien } from './queries'

/** The address to give, shown once, or why there is none. */
export type EtatLien = { adresse: string | null; expireLe: string | null; refus: string | null }

/** Makes the answer link of one orientation. Nothing keeps the token but this answer. */
export async function makeLink(_previous: EtatLien, form: FormData): Promise<EtatLien> {
  const { jeton, empreinte } = drawToken()
  const result = await runFormAction(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: (context, vue) => openLink(context, { ...vue, empreinte }),
  })
  if (!result.ok) {
    const { refus } = etatDe(result, '', phraseRefus)
    return { adresse: null, expireLe: null, refus }
  }
  const adresse = new URL(`/reponse/${jeton}`, env.PUBLIC_URL).href
  return { adresse, expireLe: result.value.expireLe.toISOString(), refus: null }
}

/** Answers through a link: no account, one orientation, once. */
export async function answerLink(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const { jeton, ...fields } = Object.fromEntries(form)
  const parsed = reponseParLienSchema.safeParse(fields)
  if (!parsed.success) {
    const champs = fieldErrors(parsed.error)
    return etatDe({ ok: false, reason: 'INVALID', champs }, '', () => '')
  }
  const instant = now()
  const empreinte = typeof jeton === 'string' ? fingerprintOfToken(jeton) : null
  const lien = empreinte === null ? null : await findLien(empreinte, instant)
  if (lien === null) return etatDe(refuse('LINK_OVER'), '', phraseRefus)
  const actor = holderOf(lien)
  const result = await refuseOnConstraint({ occupations_sans_recouvrement: 'PLACE_TAKEN' }, () =>
    inTransaction(actor, (tx) =>
      answerByLink({ actor, now: instant, tx }, { ...parsed.data, lienId: lien.lienId }),
    ),
  )
  return etatDe(result, 'Merci : votre réponse est partie à la structure qui demande.', phraseRefus)
}
