'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefus } from '@/domain/orientations/refus'
import { nonVenueSchema, orientationVueSchema } from '@/domain/orientations/reponse'
import { departSchema, occupationVueSchema, visiteurSchema } from '@/domain/places/depart'
import { reportNotArrived } from '@/features/passages/commands'
import { admit, admitBooked, admitVisitor, endStay } from './commands'

const constraints = {
  occupations_sans_recouvrement: 'PLACE_TAKEN',
  occupations_un_present_par_place: 'PLACE_TAKEN',
  occupations_dans_place: 'PLACE_CLOSED',
} as const

/** Somebody arrives: the hold becomes a stay. */
export async function arrive(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: admit,
    constraints,
    fait: ({ libelle }) => `Arrivée notée : ${libelle} est occupée.`,
    phrase: phraseRefus,
  })
}

/** Somebody at the door is taken in. */
export async function takeIn(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: visiteurSchema,
    command: admitVisitor,
    constraints,
    fait: ({ libelle }) => `Arrivée notée : ${libelle} est occupée.`,
    phrase: phraseRefus,
  })
}

/** Somebody comes for whom a place was booked without any request. */
export async function arriveBooked(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: occupationVueSchema,
    command: admitBooked,
    constraints,
    fait: ({ libelle }) => `Arrivée notée : ${libelle} est occupée.`,
    phrase: phraseRefus,
  })
}

/** Nobody came: the place is free again. */
export async function notArrived(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: nonVenueSchema,
    command: reportNotArrived,
    fait: 'Non venue notée : la place est libre.',
    phrase: phraseRefus,
  })
}

/** A stay ends. */
export async function leave(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = { ...Object.fromEntries(form), acquis: form.getAll('acquis') }
  return answerForm(fields, {
    schema: departSchema,
    command: endStay,
    fait: 'Fin de séjour notée.',
    phrase: phraseRefus,
  })
}
