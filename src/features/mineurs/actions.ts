'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { mineurCompteSchema, mineurReconnuSchema } from '@/domain/parcours/mineurs'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { countMineur, recogniseMineur } from './commands'

/** One minor led to a service. */
export async function count(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: mineurCompteSchema,
    command: countMineur,
  })
  refresh()
  return etatDe(result, 'Compté. Rien d’autre n’est gardé.', phraseRefusParcours)
}

/** Somebody followed turns out to be a minor. */
export async function recognise(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: mineurReconnuSchema,
    command: recogniseMineur,
  })
  refresh()
  return etatDe(
    result,
    'Demandes retirées, code effacé de vos listes, orientation comptée.',
    phraseRefusParcours,
  )
}
