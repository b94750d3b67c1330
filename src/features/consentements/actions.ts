'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefus } from '@/domain/orientations/refus'
import { orientationVueSchema } from '@/domain/orientations/reponse'
import { withdrawConsent } from './commands'

/** The person takes her agreement back. */
export async function takeBack(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: withdrawConsent,
    fait: 'Accord retiré. L’autre structure ne voit plus son code.',
    phrase: phraseRefus,
  })
}
