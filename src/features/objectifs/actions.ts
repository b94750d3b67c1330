'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import { objectifSaisiSchema, personneVueSchema } from '@/domain/parcours/objectifs'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { openObjectifs, setObjectif } from './commands'

/** The first goals, all at once. */
export async function open(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: personneVueSchema,
    command: openObjectifs,
  })
  refresh()
  return etatDe(
    result,
    ({ ajoutes }) => `${plural(ajoutes, 'objectif ajouté', 'objectifs ajoutés')}.`,
    phraseRefusParcours,
  )
}

/** One goal and its state. */
export async function set(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: objectifSaisiSchema,
    command: setObjectif,
  })
  refresh()
  return etatDe(result, 'Objectif noté.', phraseRefusParcours)
}
