'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { formatTime } from '@/domain/commun/format'
import { phraseRefus } from '@/domain/orientations/refus'
import {
  acceptationSchema,
  orientationVueSchema,
  refusSchema,
  renoncementSchema,
  retraitSchema,
} from '@/domain/orientations/reponse'
import {
  acceptOrientation,
  acknowledge,
  refuseOrientation,
  renounceOrientation,
  startReview,
  withdrawOrientation,
} from './commands'

/** The receiver has seen the request. */
export async function receive(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: acknowledge,
    fait: 'Réception notée.',
    phrase: phraseRefus,
  })
}

/** The receiver looks into it. */
export async function review(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: startReview,
    fait: 'Demande à l’étude.',
    phrase: phraseRefus,
  })
}

/** The receiver takes the person in, on the place chosen or the first that fits. */
export async function accept(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const { dispositifId, placeId, ...vue } = Object.fromEntries(form)
  const fields = { ...vue, dispositifId: dispositifId || null, placeId: placeId || null }
  return answerForm(fields, {
    schema: acceptationSchema,
    command: acceptOrientation,
    constraints: {
      occupations_sans_recouvrement: 'PLACE_TAKEN',
      occupations_une_par_orientation: 'ALREADY_ANSWERED',
      occupations_dans_place: 'PLACE_CLOSED',
      occupations_hors_fermeture: 'PLACE_CLOSED',
    },
    fait: ({ libelle, expireLe }) => `Acceptée : ${libelle} est tenue jusqu’à ${formatTime(expireLe)}.`,
    phrase: phraseRefus,
  })
}

/** The receiver refuses, with a reason and a next step. */
export async function decline(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: refusSchema,
    command: refuseOrientation,
    fait: 'Refus envoyé, avec la suite proposée.',
    phrase: phraseRefus,
  })
}

/** The person renounces. */
export async function renounce(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: renoncementSchema,
    command: renounceOrientation,
    fait: 'Renoncement noté. Rien n’est retenu contre la personne.',
    phrase: phraseRefus,
  })
}

/** The prescriber withdraws the request. */
export async function withdraw(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: retraitSchema,
    command: withdrawOrientation,
    fait: 'Demande retirée.',
    phrase: phraseRefus,
  })
}
