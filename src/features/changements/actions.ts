'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { formatShortDateTime } from '@/domain/commun/format'
import { deplacementSchema, nouvelleFinSchema } from '@/domain/places/changement'
import { phraseRefusPlace } from '@/domain/places/refus'
import { moveStay, prolongStay } from './commands'

const constraints = {
  occupations_sans_recouvrement: 'PLACE_TAKEN',
  occupations_un_present_par_place: 'PLACE_TAKEN',
  occupations_dans_place: 'PLACE_CLOSED',
  occupations_hors_fermeture: 'PLACE_CLOSED',
  occupations_couchages: 'PLACE_TOO_SMALL',
} as const

/** A stay goes on at another place. */
export async function move(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: deplacementSchema,
    command: moveStay,
    constraints,
    fait: ({ libelle }) => `Déplacement noté : le séjour continue à ${libelle}.`,
    phrase: phraseRefusPlace,
  })
}

/** A stay is planned to end another day. */
export async function prolong(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: nouvelleFinSchema,
    command: prolongStay,
    constraints,
    fait: ({ fin }) => `Séjour prévu jusqu’à ${formatShortDateTime(fin)}.`,
    phrase: phraseRefusPlace,
  })
}
