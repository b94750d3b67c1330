'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { pretSchema, pretVueSchema } from '@/domain/places/contingent'
import { phraseRefusPlace } from '@/domain/places/refus'
import { endLoan, lendPlaces } from './commands'

/** Places are lent to a partner. */
export async function lend(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: pretSchema,
    command: lendPlaces,
    constraints: {
      contingents_sans_recouvrement: 'ALREADY_LENT',
      contingents_dans_dispositif: 'LENT_TOO_MUCH',
    },
  })
  refresh()
  return etatDe(result, 'Places prêtées.', phraseRefusPlace)
}

/** A loan ends. */
export async function takeBack(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), { schema: pretVueSchema, command: endLoan })
  refresh()
  return etatDe(result, 'Prêt terminé : les places sont à tous.', phraseRefusPlace)
}
