'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { formatTime } from '@/domain/commun/format'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { phraseRefus } from '@/domain/orientations/refus'
import { occupationVueSchema, placeVueSchema } from '@/domain/places/depart'
import { extendHold, releaseHold } from '@/features/tenues/commands'
import { markReady } from './commands'

/** The device's usual time again, from now. */
export async function extend(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: extendHold,
  })
  refresh()
  return etatDe(result, ({ expireLe }) => `Place tenue jusqu’à ${formatTime(expireLe)}.`, phraseRefus)
}

/** A hold made without any request is given back. */
export async function release(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: releaseHold,
  })
  refresh()
  return etatDe(result, 'Place libérée.', phraseRefus)
}

/** A place left is ready again. */
export async function ready(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), { schema: placeVueSchema, command: markReady })
  refresh()
  return etatDe(result, 'Place prête.', phraseRefus)
}
