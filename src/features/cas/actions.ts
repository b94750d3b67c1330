'use server'

import { refresh } from 'next/cache'
import { runFormAction } from '@/auth/form-action'
import { type EtatAction, etatDe, type SaisieInvalide } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import { acteSchema, correctionSchema, maraudeSchema } from '@/domain/quarantaine/correction'
import {
  choixSchema,
  ecartSchema,
  type IssueQuarantaine,
  libellesIssueQuarantaine,
  phrasesRefusQuarantaine,
} from '@/domain/quarantaine/decision'
import { choose, correctActe, type Decided, discard, keepActe, keepRound } from './commands'

/** What the base says when two people decide at the very same moment. */
const constraints = {
  decisions_operation_id_key: 'DEJA_DECIDE',
  decisions_conflit_id_key: 'DEJA_DECIDE',
  decisions_arret_id_key: 'DEJA_DECIDE',
} as const

/** Applies a refused act as received. */
export async function keep(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = Object.fromEntries(form)
  return tell(await runFormAction(fields, { schema: acteSchema, command: keepActe, constraints }))
}

/** Applies a refused act, corrected. */
export async function correct(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = Object.fromEntries(form)
  return tell(await runFormAction(fields, { schema: correctionSchema, command: correctActe, constraints }))
}

/** Sets a case aside with its reason. */
export async function setAside(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = Object.fromEntries(form)
  return tell(await runFormAction(fields, { schema: ecartSchema, command: discard, constraints }))
}

/** Of two texts, the second or both. */
export async function settle(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = Object.fromEntries(form)
  return tell(await runFormAction(fields, { schema: choixSchema, command: choose, constraints }))
}

/** Keeps everything that waits of one round. */
export async function keepAll(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const result = await runFormAction(Object.fromEntries(form), { schema: maraudeSchema, command: keepRound })
  refresh()
  return etatDe(result, tellRound, ({ reason }) => phrasesRefusQuarantaine[reason])
}

function tellRound({ gardes, restent }: { gardes: number; restent: number }): string {
  const kept = `${plural(gardes, 'fait gardé', 'faits gardés')}.`
  return restent === 0 ? kept : `${kept} ${plural(restent, 'reste', 'restent')} à décider un par un.`
}

function tell(result: Decided | SaisieInvalide): EtatAction {
  refresh()
  return etatDe<{ issue: IssueQuarantaine }, Exclude<Decided, { ok: true }>>(
    result,
    ({ issue }) => `${libellesIssueQuarantaine[issue]}.`,
    (refusal) => ('motif' in refusal ? refusal.motif : phrasesRefusQuarantaine[refusal.reason]),
  )
}
