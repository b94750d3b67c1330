'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { formatTime } from '@/domain/commun/format'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
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
  const result = await runFormAction(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: acknowledge,
  })
  refresh()
  return etatDe(result, 'Réception notée.', phraseRefus)
}

/** The receiver looks into it. */
export async function review(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: orientationVueSchema,
    command: startReview,
  })
  refresh()
  return etatDe(result, 'Demande à l’étude.', phraseRefus)
}

/** The receiver takes the person in, on the place chosen or the first that fits. */
export async function accept(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const { dispositifId, placeId, ...vue } = Object.fromEntries(form)
  const fields = { ...vue, dispositifId: dispositifId || null, placeId: placeId || null }
  const result = await runFormAction(fields, {
    schema: acceptationSchema,
    command: acceptOrientation,
    constraints: {
      occupations_sans_recouvrement: 'PLACE_TAKEN',
      occupations_une_par_orientation: 'ALREADY_ANSWERED',
      occupations_dans_place: 'PLACE_CLOSED',
    },
  })
  refresh()
  return etatDe(
    result,
    ({ libelle, expireLe }) => `Acceptée : ${libelle} est tenue jusqu’à ${formatTime(expireLe)}.`,
    phraseRefus,
  )
}

/** The receiver refuses, with a reason and a next step. */
export async function decline(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: refusSchema,
    command: refuseOrientation,
  })
  refresh()
  return etatDe(result, 'Refus envoyé, avec la suite proposée.', phraseRefus)
}

/** The person renounces. */
export async function renounce(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: renoncementSchema,
    command: renounceOrientation,
  })
  refresh()
  return etatDe(result, 'Renoncement noté. Rien n’est retenu contre la personne.', phraseRefus)
}

/** The prescriber withdraws the request. */
export async function withdraw(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: retraitSchema,
    command: withdrawOrientation,
  })
  refresh()
  return etatDe(result, 'Demande retirée.', phraseRefus)
}
