'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefus } from '@/domain/orientations/refus'
import { finSuiviSchema, orientationVueSchema, reponseRemiseSchema } from '@/domain/orientations/reponse'
import { answerHandover, endFollowUp, proposeHandover } from './commands'

/** The structure that answers for the follow-up proposes it to the other. */
export async function propose(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: proposeHandover,
    fait: 'Relais proposé. Le suivi reste le vôtre jusqu’à l’accord de l’autre structure.',
    phrase: phraseRefus,
  })
}

/** The other side answers. */
export async function answer(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: reponseRemiseSchema,
    command: answerHandover,
    fait: 'Réponse enregistrée.',
    phrase: phraseRefus,
  })
}

/** The follow-up ends, with its reason. */
export async function end(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: finSuiviSchema,
    command: endFollowUp,
    fait: 'Fin du suivi notée.',
    phrase: phraseRefus,
  })
}
