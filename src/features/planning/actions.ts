'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import {
  objectifSchema,
  phrasesRefusPlanning,
  reconduiteSchema,
  type RefusPlanning,
  tourneeChangeeSchema,
  tourneePrevueSchema,
  tourneeVueSchema,
} from '@/domain/planning/tournee-prevue'
import { cancelTournee, changeTournee, planTournee, repeatWeek, setObjectif } from './commands'

const constraints = { tournees_une_equipe_un_lieu: 'EQUIPE_PRISE' } as const

/** Plans a round. */
export async function plan(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = Object.fromEntries(form)
  return answerForm(fields, {
    schema: tourneePrevueSchema,
    command: planTournee,
    constraints,
    fait: 'Maraude prévue.',
    phrase: phrase,
  })
}

/** Changes a planned round. */
export async function change(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = Object.fromEntries(form)
  return answerForm(fields, {
    schema: tourneeChangeeSchema,
    command: changeTournee,
    constraints,
    fait: 'Maraude changée.',
    phrase: phrase,
  })
}

/** Takes it off the week. */
export async function cancel(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: tourneeVueSchema,
    command: cancelTournee,
    fait: 'Maraude retirée du planning.',
    phrase: phrase,
  })
}

/** The same rounds the week after. */
export async function repeat(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: reconduiteSchema,
    command: repeatWeek,
    fait: ({ tournees }) =>
      `${plural(tournees, 'maraude reconduite', 'maraudes reconduites')} la semaine suivante.`,
    phrase: phrase,
  })
}

/** Hours wanted in a sector. */
export async function target(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: objectifSchema,
    command: setObjectif,
    fait: 'Objectif enregistré.',
    phrase: phrase,
  })
}

function phrase({ reason }: { reason: RefusPlanning }): string {
  return phrasesRefusPlanning[reason]
}
