'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { formatShortDateTime } from '@/domain/commun/format'
import { occupationVueSchema } from '@/domain/places/depart'
import { phraseRefusPlace } from '@/domain/places/refus'
import { reservationSchema } from '@/domain/places/reservation'
import { bookPlace, retakeHold } from './commands'

const constraints = {
  occupations_sans_recouvrement: 'PLACE_TAKEN',
  occupations_dans_place: 'PLACE_CLOSED',
  occupations_hors_fermeture: 'PLACE_CLOSED',
} as const

/** A place is promised without any request. */
export async function book(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: reservationSchema,
    command: bookPlace,
    constraints,
    fait: ({ libelle, debut, expireLe }) =>
      `${libelle} est réservée à partir de ${formatShortDateTime(debut)}, tenue jusqu’à ${formatShortDateTime(expireLe)}.`,
    phrase: phraseRefusPlace,
  })
}

/** A hold given back by mistake is made again. */
export async function retake(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: retakeHold,
    constraints,
    fait: ({ expireLe }) => `Place tenue de nouveau, jusqu’à ${formatShortDateTime(expireLe)}.`,
    phrase: phraseRefusPlace,
  })
}
