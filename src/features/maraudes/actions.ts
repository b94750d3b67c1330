'use server'

import { revalidatePath } from 'next/cache'
import { requireViewer } from '@/auth/require-viewer'
import { inTransaction } from '@/db/transaction'
import { readMaraudeId } from '@/domain/maraudes/curseur'
import { phrasesRefusMaraude } from '@/domain/maraudes/refus'
import { now } from '@/lib/clock'
import { reopenMaraude, validateMaraude } from './commands'

/** What the button says after a refusal; null once it is done, which the page then shows. */
export type ValidateState = { refus: string | null }

/** Validates the round whose id the form carries. */
export async function validate(_previous: ValidateState, form: FormData): Promise<ValidateState> {
  return changeStatut(form, validateMaraude)
}

/** Takes the validation back. */
export async function reopen(_previous: ValidateState, form: FormData): Promise<ValidateState> {
  return changeStatut(form, reopenMaraude)
}

async function changeStatut(form: FormData, command: typeof validateMaraude): Promise<ValidateState> {
  const actor = await requireViewer()
  const id = readMaraudeId(form.get('id'))
  if (id === null) return { refus: phrasesRefusMaraude.MARAUDE_INTROUVABLE }
  const result = await inTransaction(actor, (tx) => command({ actor, now: now(), tx }, { id }))
  if (!result.ok) return { refus: phrasesRefusMaraude[result.reason] }
  revalidatePath('/maraudes')
  revalidatePath(`/maraudes/${id}`)
  return { refus: null }
}
