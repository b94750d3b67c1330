'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import {
  changeSchema,
  keepSchema,
  phrasesRefusEnregistre,
  type RefusEnregistre,
  removeSchema,
  subscribeSchema,
} from '@/domain/enregistres/enregistre'
import { changeRapport, keepRapport, removeRapport, subscribeRapport } from './commands'

const phrase = ({ reason }: { reason: RefusEnregistre }) => phrasesRefusEnregistre[reason]
const constraints = { rapports_enregistres_nom: 'NOM_PRIS' } as const

/** Keeps the report on screen under a name. */
export async function keep(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: keepSchema,
    command: keepRapport,
    constraints,
    fait: 'Enregistré. Vous le retrouverez dans « Rapports enregistrés ».',
    phrase,
  })
}

/** Renames a saved report, and shares it or not. */
export async function change(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: changeSchema,
    command: changeRapport,
    constraints,
    fait: 'Rapport changé.',
    phrase,
  })
}

/** Takes a saved report away. */
export async function remove(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: removeSchema,
    command: removeRapport,
    fait: 'Rapport retiré.',
    phrase,
  })
}

/** Sends its link each month or quarter, or no more. */
export async function subscribe(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: subscribeSchema,
    command: subscribeRapport,
    fait: 'Envoi réglé.',
    phrase,
  })
}
