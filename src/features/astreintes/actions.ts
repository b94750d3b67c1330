'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import {
  astreinteCadreSchema,
  astreinteResidentSchema,
  astreinteVueSchema,
} from '@/domain/parcours/astreintes'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { putCadre, putResident, removeAstreinte } from './commands'

/** A resident takes a night. */
export async function resident(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: astreinteResidentSchema,
    command: putResident,
    constraints: { astreintes_resident: 'NOT_RESIDENT' },
  })
  refresh()
  return etatDe(result, 'Nuit attribuée.', phraseRefusParcours)
}

/** A function answers the phone. */
export async function cadre(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: astreinteCadreSchema,
    command: putCadre,
  })
  refresh()
  return etatDe(
    result,
    ({ nuits }) => `${plural(nuits, 'nuit attribuée', 'nuits attribuées')}.`,
    phraseRefusParcours,
  )
}

/** Somebody is taken off a night. */
export async function remove(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: astreinteVueSchema,
    command: removeAstreinte,
  })
  refresh()
  return etatDe(result, 'Nuit à reprendre.', phraseRefusParcours)
}
