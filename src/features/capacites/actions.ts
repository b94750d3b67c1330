'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { formatShortDateTime, plural } from '@/domain/commun/format'
import { ouvertureSchema, unitesSchema } from '@/domain/places/capacite'
import { phraseRefusPlace } from '@/domain/places/refus'
import { openPlaces, setUnits } from './commands'

/** The number of anonymous units of a device. */
export async function resize(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), { schema: unitesSchema, command: setUnits })
  refresh()
  return etatDe(
    result,
    ({ unites }) => `Le dispositif compte ${plural(unites, 'place', 'places')}.`,
    phraseRefusPlace,
  )
}

/** Many places open at once, dated. */
export async function openMany(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: ouvertureSchema,
    command: openPlaces,
    constraints: { ouvertures_crise_sans_recouvrement: 'ALREADY_OPENED' },
  })
  refresh()
  return etatDe(
    result,
    ({ places, fin }) =>
      `${plural(places, 'place ouverte', 'places ouvertes')}, jusqu’à ${formatShortDateTime(fin)}.`,
    phraseRefusPlace,
  )
}
