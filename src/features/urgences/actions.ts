'use server'

import { redirect } from 'next/navigation'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { accesUrgenceSchema, phrasesRefusUrgence } from '@/domain/orientations/urgence'
import { openAccesUrgence } from './commands'

/** Opens an emergency access, then shows it. */
export async function open(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: accesUrgenceSchema,
    command: openAccesUrgence,
  })
  if (result.ok) redirect(`/orientations/urgence/${result.value.id}`)
  return etatDe(result, '', ({ reason }) => phrasesRefusUrgence[reason])
}
