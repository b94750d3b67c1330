'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import {
  astreinteCadreSchema,
  astreinteResidentSchema,
  astreinteVueSchema,
} from '@/domain/parcours/astreintes'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { putCadre, putResident, removeAstreinte } from './commands'

/** A resident takes a night. */
export async function resident(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: astreinteResidentSchema,
    command: putResident,
    constraints: { astreintes_resident: 'NOT_RESIDENT' },
    fait: 'Nuit attribuée.',
    phrase: phraseRefusParcours,
  })
}

/** A function answers the phone. */
export async function cadre(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: astreinteCadreSchema,
    command: putCadre,
    fait: ({ nuits }) => `${plural(nuits, 'nuit attribuée', 'nuits attribuées')}.`,
    phrase: phraseRefusParcours,
  })
}

/** Somebody is taken off a night. */
export async function remove(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: astreinteVueSchema,
    command: removeAstreinte,
    fait: 'Nuit à reprendre.',
    phrase: phraseRefusParcours,
  })
}
