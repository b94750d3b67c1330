'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { passageSchema, passageVuSchema } from '@/domain/places/entree'
import { phraseRefusPlace } from '@/domain/places/refus'
import { logPassage, strikePassage } from './commands'

const constraints = {
  entrees_simultanees: 'DOOR_FULL',
  entrees_par_jour: 'DAY_FULL',
  entrees_sorties: 'NOBODY_INSIDE',
} as const

/** A line at the door of a rest space. */
export async function pass(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: passageSchema,
    command: logPassage,
    constraints,
    fait: ({ presents, capacite }) => `Noté : ${presents} sur ${capacite}.`,
    phrase: phraseRefusPlace,
  })
}

/** A line written by mistake. */
export async function strike(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: passageVuSchema,
    command: strikePassage,
    constraints,
    fait: 'Ligne barrée.',
    phrase: phraseRefusPlace,
  })
}
