'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { pretSchema, pretVueSchema } from '@/domain/places/contingent'
import { phraseRefusPlace } from '@/domain/places/refus'
import { endLoan, lendPlaces } from './commands'

/** Places are lent to a partner. */
export async function lend(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: pretSchema,
    command: lendPlaces,
    constraints: {
      contingents_sans_recouvrement: 'ALREADY_LENT',
      contingents_dans_dispositif: 'LENT_TOO_MUCH',
    },
    fait: 'Places prêtées.',
    phrase: phraseRefusPlace,
  })
}

/** A loan ends. */
export async function takeBack(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: pretVueSchema,
    command: endLoan,
    fait: 'Prêt terminé : les places sont à tous.',
    phrase: phraseRefusPlace,
  })
}
