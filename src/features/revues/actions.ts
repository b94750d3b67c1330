'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { constatsSaisisSchema, revueSaisieSchema } from '@/domain/parcours/suivi-sejour'
import { holdRevue, noteConstats } from './commands'

/** A review held today. */
export async function review(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: revueSaisieSchema,
    command: holdRevue,
  })
  refresh()
  return etatDe(result, 'Revue notée.', phraseRefusParcours)
}

/** What changes since the arrival. */
export async function observe(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: constatsSaisisSchema,
    command: noteConstats,
  })
  refresh()
  return etatDe(result, 'Noté.', phraseRefusParcours)
}
