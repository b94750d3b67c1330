'use server'

import { answerForm } from '@/auth/form-action'
import { besoinNoteSchema, besoinSansReponseSchema, phrasesRefusBesoin } from '@/domain/besoins/sans-reponse'
import type { EtatAction } from '@/domain/commun/etat-action'
import { logBesoin, withdrawBesoin } from './commands'

/** A need nobody could answer goes to the register. */
export async function logNeed(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: besoinSansReponseSchema,
    command: logBesoin,
    fait: 'Besoin sans réponse noté au registre.',
    phrase: ({ reason }) => phrasesRefusBesoin[reason],
  })
}

/** A line written by mistake leaves the register. */
export async function withdrawNeed(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: besoinNoteSchema,
    command: withdrawBesoin,
    fait: 'Ligne retirée du registre.',
    phrase: ({ reason }) => phrasesRefusBesoin[reason],
  })
}
