'use server'

import { answerForm } from '@/auth/form-action'
import { formatTime } from '@/domain/commun/format'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefus } from '@/domain/orientations/refus'
import { occupationVueSchema, placeVueSchema } from '@/domain/places/depart'
import { extendHold, releaseHold } from '@/features/tenues/commands'
import { markReady } from './commands'

/** The device's usual time again, from now. */
export async function extend(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: extendHold,
    fait: ({ expireLe }) => `Place tenue jusqu’à ${formatTime(expireLe)}.`,
    phrase: phraseRefus,
  })
}

/** A hold made without any request is given back. */
export async function release(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: releaseHold,
    fait: 'Place libérée.',
    phrase: phraseRefus,
  })
}

/** A place left is ready again. */
export async function ready(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: placeVueSchema,
    command: markReady,
    fait: 'Place prête.',
    phrase: phraseRefus,
  })
}
