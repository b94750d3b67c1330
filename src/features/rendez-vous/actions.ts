'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
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
  return answerForm(Object.fromEntries(form), {
    schema: rendezVousSaisiSchema,
    command: planRendezVous,
    fait: 'Rendez-vous noté.',
    phrase: phraseRefusParcours,
  })
}

/** She came. */
export async function keep(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: rendezVousVuSchema,
    command: keepRendezVous,
    fait: 'Rendez-vous tenu.',
    phrase: phraseRefusParcours,
  })
}

/** It does not take place. */
export async function cancel(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: rendezVousVuSchema,
    command: cancelRendezVous,
    fait: 'Rendez-vous annulé.',
    phrase: phraseRefusParcours,
  })
}

/** She did not come: what the team does next. */
export async function miss(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: rendezVousManqueSchema,
    command: missRendezVous,
    fait: 'Reprise de contact ouverte. Rien n’est retenu contre la personne.',
    phrase: phraseRefusParcours,
  })
}

/** Contact is made again. */
export async function resume(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: repriseSchema,
    command: resumeContact,
    fait: 'Contact repris.',
    phrase: phraseRefusParcours,
  })
}

/** Not found for now. */
export async function postpone(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: sansContactSchema,
    command: postponeRelance,
    fait: 'Noté. La porte reste ouverte.',
    phrase: phraseRefusParcours,
  })
}
