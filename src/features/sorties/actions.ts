'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import {
  blocageLeveSchema,
  blocageSaisiSchema,
  pisteSaisieSchema,
  pisteSuivieSchema,
  planSaisiSchema,
  planVuSchema,
  verificationSaisieSchema,
} from '@/domain/parcours/sortie'
import { addBlocage, addPiste, checkSortie, closePlan, followPiste, liftBlocage, openPlan } from './commands'

/** An exit plan opens. */
export async function plan(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: planSaisiSchema,
    command: openPlan,
    constraints: { plans_sortie_un_ouvert: 'PLAN_OPEN' },
    fait: 'Plan de sortie ouvert.',
    phrase: phraseRefusParcours,
  })
}

/** The plan is over. */
export async function close(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: planVuSchema,
    command: closePlan,
    fait: 'Plan de sortie clos.',
    phrase: phraseRefusParcours,
  })
}

/** One more destination tried. */
export async function tryDestination(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: pisteSaisieSchema,
    command: addPiste,
    fait: 'Destination ajoutée.',
    phrase: phraseRefusParcours,
  })
}

/** Where a destination tried has come to. */
export async function follow(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: pisteSuivieSchema,
    command: followPiste,
    fait: 'Noté.',
    phrase: phraseRefusParcours,
  })
}

/** Something stands in the way. */
export async function block(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: blocageSaisiSchema,
    command: addBlocage,
    constraints: { blocages_sortie_un_ouvert: 'DONE_ALREADY' },
    fait: 'Blocage noté.',
    phrase: phraseRefusParcours,
  })
}

/** It stands in the way no longer. */
export async function unblock(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: blocageLeveSchema,
    command: liftBlocage,
    fait: 'Blocage levé.',
    phrase: phraseRefusParcours,
  })
}

/** Whether an exit holds, three or six months later. */
export async function check(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: verificationSaisieSchema,
    command: checkSortie,
    fait: 'Vérification notée.',
    phrase: phraseRefusParcours,
  })
}
