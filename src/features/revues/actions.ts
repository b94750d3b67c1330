'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { constatsSaisisSchema, revueSaisieSchema } from '@/domain/parcours/suivi-sejour'
import { holdRevue, noteConstats } from './commands'

/** A review held today. */
export async function review(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: revueSaisieSchema,
    command: holdRevue,
    fait: 'Revue notée.',
    phrase: phraseRefusParcours,
  })
}

/** What changes since the arrival. */
export async function observe(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: constatsSaisisSchema,
    command: noteConstats,
    fait: 'Noté.',
    phrase: phraseRefusParcours,
  })
}
