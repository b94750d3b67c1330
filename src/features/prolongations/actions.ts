'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { formatShortDateTime } from '@/domain/commun/format'
import {
  prolongationDemandeeSchema,
  prolongationRefuseeSchema,
  prolongationVueSchema,
} from '@/domain/parcours/prolongations'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { askProlongation, grantProlongation, refuseProlongation } from './commands'

/** More time is asked for. */
export async function ask(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: prolongationDemandeeSchema,
    command: askProlongation,
    constraints: { prolongations_une_en_cours: 'PENDING', prolongations_d_un_present: 'STAY_OVER' },
    fait: 'Prolongation demandée.',
    phrase: phraseRefusParcours,
  })
}

/** It is given. */
export async function grant(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: prolongationVueSchema,
    command: grantProlongation,
    constraints: { occupations_sans_recouvrement: 'NO_ROOM', occupations_dans_place: 'NO_ROOM' },
    fait: ({ fin }) =>
      fin === null ? 'Prolongation accordée.' : `Accordée jusqu’au ${formatShortDateTime(fin)}.`,
    phrase: phraseRefusParcours,
  })
}

/** It is not, and something else is proposed. */
export async function decline(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: prolongationRefuseeSchema,
    command: refuseProlongation,
    fait: 'Refus noté, avec la suite proposée.',
    phrase: phraseRefusParcours,
  })
}
