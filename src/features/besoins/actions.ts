'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { besoinNoteSchema, besoinSansReponseSchema, phrasesRefusBesoin } from '@/domain/besoins/sans-reponse'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { logBesoin, withdrawBesoin } from './commands'

/** A need nobody could answer goes to the register. */
export async function logNeed(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: besoinSansReponseSchema,
    command: logBesoin,
  })
  refresh()
  return etatDe(result, 'Besoin sans réponse noté au registre.', ({ reason }) => phrasesRefusBesoin[reason])
}

/** A line written by mistake leaves the register. */
export async function withdrawNeed(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: besoinNoteSchema,
    command: withdrawBesoin,
  })
  refresh()
  return etatDe(result, 'Ligne retirée du registre.', ({ reason }) => phrasesRefusBesoin[reason])
}
