'use server'

import { redirect } from 'next/navigation'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { phraseRefus } from '@/domain/orientations/refus'
import { saisieDemandeSchema } from '@/domain/orientations/saisie'
import { now } from '@/lib/clock'
import { askPlace } from './commands'

/** Sends a request typed at a desk, then shows it. */
export async function ask(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = { ...Object.fromEntries(form), envoyeeLe: now() }
  const result = await runFormAction(fields, {
    schema: saisieDemandeSchema,
    command: askPlace,
    constraints: { orientations_une_par_personne: 'ALREADY_WAITING' },
  })
  if (result.ok) redirect(`/orientations/${result.value.id}`)
  return etatDe(result, '', phraseRefus)
}
