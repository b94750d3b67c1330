'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import { objectifSaisiSchema, personneVueSchema } from '@/domain/parcours/objectifs'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { openObjectifs, setObjectif } from './commands'

/** The first goals, all at once. */
export async function open(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: personneVueSchema,
    command: openObjectifs,
    fait: ({ ajoutes }) => `${plural(ajoutes, 'objectif ajouté', 'objectifs ajoutés')}.`,
    phrase: phraseRefusParcours,
  })
}

/** One goal and its state. */
export async function set(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: objectifSaisiSchema,
    command: setObjectif,
    fait: 'Objectif noté.',
    phrase: phraseRefusParcours,
  })
}
