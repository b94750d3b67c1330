'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefus } from '@/domain/orientations/refus'
import { finPromesseSchema, orientationVueSchema, promesseSchema } from '@/domain/orientations/reponse'
import { closePromised, promiseEntry, receivePromised } from './commands'

/** A device that keeps no places here promises a day. */
export async function promise(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const { dispositifId, ...fields } = Object.fromEntries(form)
  return answerForm(
    { ...fields, dispositifId: dispositifId || null },
    {
      schema: promesseSchema,
      command: promiseEntry,
      fait: 'Acceptée, à la date promise.',
      phrase: phraseRefus,
    },
  )
}

/** Somebody comes on a promised day. */
export async function welcome(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: receivePromised,
    fait: 'Arrivée notée.',
    phrase: phraseRefus,
  })
}

/** Somebody received without any stay leaves. */
export async function close(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: finPromesseSchema,
    command: closePromised,
    fait: 'Départ noté.',
    phrase: phraseRefus,
  })
}
