'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { changementRangSchema, miseEnAttenteSchema } from '@/domain/orientations/attente'
import { phraseRefus } from '@/domain/orientations/refus'
import { changeRank, enterLine } from './commands'

/** The receiver puts a request in line. */
export async function wait(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = { ...Object.fromEntries(form), criteres: form.getAll('criteres') }
  return answerForm(fields, {
    schema: miseEnAttenteSchema,
    command: enterLine,
    fait: ({ rang }) => `En liste d’attente, au rang ${rang}.`,
    phrase: phraseRefus,
  })
}

/** The receiver changes a rank, with its reason. */
export async function move(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: changementRangSchema,
    command: changeRank,
    fait: ({ rang }) => `Désormais au rang ${rang}. Le motif est gardé.`,
    phrase: phraseRefus,
  })
}
