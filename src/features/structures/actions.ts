'use server'

import { revalidatePath } from 'next/cache'
import { requireViewer } from '@/auth/require-viewer'
import { inTransaction } from '@/db/transaction'
import { slugStructureSchema } from '@/domain/structures/filtres'
import { now } from '@/lib/clock'
import { confirmStructure } from './commands'

/** What the button says after a refusal; null when the sheet is confirmed, which it then shows itself. */
export type ConfirmState = { refus: string | null }

/** Confirms the sheet whose slug the form carries. */
export async function confirm(_previous: ConfirmState, form: FormData): Promise<ConfirmState> {
  const actor = await requireViewer()
  const slug = slugStructureSchema.safeParse(form.get('slug'))
  if (!slug.success) return { refus: REFUS }
  const result = await inTransaction(actor, (tx) =>
    confirmStructure({ actor, now: now(), tx }, { slug: slug.data }),
  )
  if (!result.ok) return { refus: REFUS }
  revalidatePath('/structures')
  revalidatePath(`/structures/${slug.data}`)
  return { refus: null }
}

const REFUS = 'Cette fiche ne peut pas être confirmée d’ici : rien n’a été changé. Rechargez la page.'
