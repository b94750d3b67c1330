'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
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
  const result = await runFormAction(fields, {
    schema: tourneePrevueSchema,
    command: planTournee,
    constraints,
  })
  refresh()
  return etatDe(result, 'Maraude prévue.', phrase)
}

/** Changes a planned round. */
export async function change(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = Object.fromEntries(form)
  const result = await runFormAction(fields, {
    schema: tourneeChangeeSchema,
    command: changeTournee,
    constraints,
  })
  refresh()
  return etatDe(result, 'Maraude changée.', phrase)
}

/** Takes it off the week. */
export async function cancel(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: tourneeVueSchema,
    command: cancelTournee,
  })
  refresh()
  return etatDe(result, 'Maraude retirée du planning.', phrase)
}

/** The same rounds the week after. */
export async function repeat(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: reconduiteSchema,
    command: repeatWeek,
  })
  refresh()
  return etatDe(
    result,
    ({ tournees }) =>
      `${plural(tournees, 'maraude reconduite', 'maraudes reconduites')} la semaine suivante.`,
    phrase,
  )
}

/** Hours wanted in a sector. */
export async function target(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: objectifSchema,
    command: setObjectif,
  })
  refresh()
  return etatDe(result, 'Objectif enregistré.', phrase)
}

function phrase({ reason }: { reason: RefusPlanning }): string {
  return phrasesRefusPlanning[reason]
}
