'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { formatShortDateTime, plural } from '@/domain/commun/format'
import { ouvertureChangeeSchema, ouvertureSchema, unitesSchema } from '@/domain/places/capacite'
import { phraseRefusPlace } from '@/domain/places/refus'
import { changeOpening, openPlaces, setUnits } from './commands'

/** The number of anonymous units of a device. */
export async function resize(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: unitesSchema,
    command: setUnits,
    fait: ({ unites }) => `Le dispositif compte ${plural(unites, 'place', 'places')}.`,
    phrase: phraseRefusPlace,
  })
}

/** Many places open at once, dated. */
export async function openMany(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: ouvertureSchema,
    command: openPlaces,
    constraints: { ouvertures_crise_sans_recouvrement: 'ALREADY_OPENED' },
    fait: ({ places, fin }) =>
      `${plural(places, 'place ouverte', 'places ouvertes')}, jusqu’à ${formatShortDateTime(fin)}.`,
    phrase: phraseRefusPlace,
  })
}

/** They end another day. */
export async function changeEnd(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: ouvertureChangeeSchema,
    command: changeOpening,
    constraints: { ouvertures_crise_sans_recouvrement: 'ALREADY_OPENED' },
    fait: ({ fin, avances }) =>
      `Fin de l’ouverture : ${formatShortDateTime(fin)}.${avances === 0 ? '' : ` ${plural(avances, 'séjour finira', 'séjours finiront')} plus tôt.`}`,
    phrase: phraseRefusPlace,
  })
}
