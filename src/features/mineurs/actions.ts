'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { mineurCompteSchema, mineurReconnuSchema } from '@/domain/parcours/mineurs'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { countMineur, recogniseMineur } from './commands'

/** One minor led to a service. */
export async function count(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: mineurCompteSchema,
    command: countMineur,
    fait: 'Compté. Rien d’autre n’est gardé.',
    phrase: phraseRefusParcours,
  })
}

/** Somebody followed turns out to be a minor. */
export async function recognise(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: mineurReconnuSchema,
    command: recogniseMineur,
    fait: 'Demandes retirées, code effacé de vos listes, orientation comptée.',
    phrase: phraseRefusParcours,
  })
}
