'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
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
  const result = await runFormAction(Object.fromEntries(form), {
    schema: passageSchema,
    command: logPassage,
    constraints,
  })
  refresh()
  return etatDe(result, ({ presents, capacite }) => `Noté : ${presents} sur ${capacite}.`, phraseRefusPlace)
}

/** A line written by mistake. */
export async function strike(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: passageVuSchema,
    command: strikePassage,
    constraints,
  })
  refresh()
  return etatDe(result, 'Ligne barrée.', phraseRefusPlace)
}
