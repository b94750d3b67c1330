'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import {
  rendezVousManqueSchema,
  rendezVousSaisiSchema,
  rendezVousVuSchema,
  repriseSchema,
  sansContactSchema,
} from '@/domain/parcours/rendez-vous'
import {
  cancelRendezVous,
  keepRendezVous,
  missRendezVous,
  planRendezVous,
  postponeRelance,
  resumeContact,
} from './commands'

/** A new appointment. */
export async function plan(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: rendezVousSaisiSchema,
    command: planRendezVous,
  })
  refresh()
  return etatDe(result, 'Rendez-vous noté.', phraseRefusParcours)
}

/** She came. */
export async function keep(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: rendezVousVuSchema,
    command: keepRendezVous,
  })
  refresh()
  return etatDe(result, 'Rendez-vous tenu.', phraseRefusParcours)
}

/** It does not take place. */
export async function cancel(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: rendezVousVuSchema,
    command: cancelRendezVous,
  })
  refresh()
  return etatDe(result, 'Rendez-vous annulé.', phraseRefusParcours)
}

/** She did not come: what the team does next. */
export async function miss(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: rendezVousManqueSchema,
    command: missRendezVous,
  })
  refresh()
  return etatDe(
    result,
    'Reprise de contact ouverte. Rien n’est retenu contre la personne.',
    phraseRefusParcours,
  )
}

/** Contact is made again. */
export async function resume(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: repriseSchema,
    command: resumeContact,
  })
  refresh()
  return etatDe(result, 'Contact repris.', phraseRefusParcours)
}

/** Not found for now. */
export async function postpone(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: sansContactSchema,
    command: postponeRelance,
  })
  refresh()
  return etatDe(result, 'Noté. La porte reste ouverte.', phraseRefusParcours)
}
