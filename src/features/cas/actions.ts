'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import type { Refusal } from '@/domain/commun/result'
import { acteSchema, correctionSchema, maraudeSchema } from '@/domain/quarantaine/correction'
import {
  choixSchema,
  ecartSchema,
  type IssueQuarantaine,
  libellesIssueQuarantaine,
  phrasesRefusQuarantaine,
  type RefusQuarantaine,
} from '@/domain/quarantaine/decision'
import { choose, correctActe, discard, type EncoreRefuse, keepActe, keepRound } from './commands'

const reponse = {
  /** What the base says when two people decide at the very same moment. */
  constraints: {
    decisions_operation_id_key: 'DEJA_DECIDE',
    decisions_conflit_id_key: 'DEJA_DECIDE',
    decisions_arret_id_key: 'DEJA_DECIDE',
  },
  fait: ({ issue }: { issue: IssueQuarantaine }) => `${libellesIssueQuarantaine[issue]}.`,
  phrase: (refusal: Refusal<RefusQuarantaine> | EncoreRefuse) =>
    'motif' in refusal ? refusal.motif : phrasesRefusQuarantaine[refusal.reason],
} as const

/** Applies a refused act as received. */
export async function keep(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), { schema: acteSchema, command: keepActe, ...reponse })
}

/** Applies a refused act, corrected. */
export async function correct(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), { schema: correctionSchema, command: correctActe, ...reponse })
}

/** Sets a case aside with its reason. */
export async function setAside(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), { schema: ecartSchema, command: discard, ...reponse })
}

/** Of two texts, the second or both. */
export async function settle(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), { schema: choixSchema, command: choose, ...reponse })
}

/** Keeps everything that waits of one round. */
export async function keepAll(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: maraudeSchema,
    command: keepRound,
    fait: tellRound,
    phrase: ({ reason }) => phrasesRefusQuarantaine[reason],
  })
}

function tellRound({ gardes, restent }: { gardes: number; restent: number }): string {
  const kept = `${plural(gardes, 'fait gardé', 'faits gardés')}.`
  return restent === 0 ? kept : `${kept} ${plural(restent, 'reste', 'restent')} à décider un par un.`
}
