'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { occupationVueSchema } from '@/domain/places/depart'
import { phraseRefusPlace } from '@/domain/places/refus'
import { undoArrival, undoDeparture } from './commands'

const constraints = {
  occupations_sans_recouvrement: 'PLACE_TAKEN',
  occupations_un_present_par_place: 'PLACE_TAKEN',
  occupations_hors_fermeture: 'TOO_LATE_TO_UNDO',
  occupations_fin_maximale: 'TOO_LATE_TO_UNDO',
} as const

/** A stay ended by mistake goes on. */
export async function cancelDeparture(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: undoDeparture,
    constraints,
    fait: ({ libelle }) => `Départ annulé : ${libelle} reste occupée.`,
    phrase: phraseRefusPlace,
  })
}

/** An arrival noted by mistake never was. */
export async function cancelArrival(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: undoArrival,
    constraints,
    fait: ({ libelle }) => `Arrivée annulée : personne n’est à ${libelle}.`,
    phrase: phraseRefusPlace,
  })
}
