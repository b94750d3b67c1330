'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
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
  const result = await runFormAction(Object.fromEntries(form), {
    schema: planSaisiSchema,
    command: openPlan,
    constraints: { plans_sortie_un_ouvert: 'PLAN_OPEN' },
  })
  refresh()
  return etatDe(result, 'Plan de sortie ouvert.', phraseRefusParcours)
}

/** The plan is over. */
export async function close(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), { schema: planVuSchema, command: closePlan })
  refresh()
  return etatDe(result, 'Plan de sortie clos.', phraseRefusParcours)
}

/** One more destination tried. */
export async function tryDestination(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: pisteSaisieSchema,
    command: addPiste,
  })
  refresh()
  return etatDe(result, 'Destination ajoutée.', phraseRefusParcours)
}

/** Where a destination tried has come to. */
export async function follow(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: pisteSuivieSchema,
    command: followPiste,
  })
  refresh()
  return etatDe(result, 'Noté.', phraseRefusParcours)
}

/** Something stands in the way. */
export async function block(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: blocageSaisiSchema,
    command: addBlocage,
    constraints: { blocages_sortie_un_ouvert: 'DONE_ALREADY' },
  })
  refresh()
  return etatDe(result, 'Blocage noté.', phraseRefusParcours)
}

/** It stands in the way no longer. */
export async function unblock(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: blocageLeveSchema,
    command: liftBlocage,
  })
  refresh()
  return etatDe(result, 'Blocage levé.', phraseRefusParcours)
}

/** Whether an exit holds, three or six months later. */
export async function check(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: verificationSaisieSchema,
    command: checkSortie,
  })
  refresh()
  return etatDe(result, 'Vérification notée.', phraseRefusParcours)
}
