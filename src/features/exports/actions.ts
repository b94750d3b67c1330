'use server'

import { revalidatePath } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe } from '@/domain/commun/etat-action'
import { demandeExportSchema } from '@/domain/exports/demande'
import { phrasesRefusExportLignes } from '@/domain/exports/etats'
import { askExport } from './commands'

/** Asks for a file of rows; the list then shows it. */
export async function ask(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), {
    schema: demandeExportSchema,
    command: askExport,
    constraints: { exports_lignes_en_attente: 'DEJA_DEMANDE' },
  })
  revalidatePath('/rapports/exports')
  return etatDe(
    result,
    'Demandé. Le fichier s’écrit ; vous pouvez quitter cette page.',
    ({ reason }) => phrasesRefusExportLignes[reason],
  )
}
