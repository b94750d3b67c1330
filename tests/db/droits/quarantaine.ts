import { uuidv7 } from 'uuidv7'
import { etatInitial, type EtatAction } from '@/domain/commun/etat-action'
import { correct, keep, keepAll, setAside, settle } from '@/features/cas/actions'
import { choose, correctActe, discard, keepActe, keepRound } from '@/features/cas/commands'
import { readCas } from '@/features/cas/queries'
import { listDecisions, listQuarantaine } from '@/features/quarantaine/queries'
import { applyOperations } from '@/features/sync/apply-operations'
import { plusTard, SOIR, viewerOf } from '../places/soiree'
import type { Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { arretCorps, act as acte, envelope, opening } from '../sync/terrain-scene'
import { done, type Table } from './essai'

/** An opening of the association of Paris whose sector is out of the territory. */
export async function refusedAct({ paris }: Monde): Promise<string> {
  const worker = viewerOf(paris, 'INTERVENANT')
  const opened = opening(worker, { secteurCode: '13055' })
  await applyOperations(worker, SOIR, envelope([opened]))
  return opened.id
}

/** A right withdrawn in the middle of a round: its opening waits. */
async function waitingRound({ paris }: Monde): Promise<string> {
  const revoked = viewerOf(paris, 'MEDIATEUR')
  const opened = opening(revoked)
  await applyOperations(revoked, SOIR, envelope([opened]))
  return opened.id
}

/** The same stop with two texts; the id of the second. */
async function conflict({ paris }: Monde): Promise<string> {
  const worker = viewerOf(paris, 'INTERVENANT')
  const opened = opening(worker)
  const stop = acte(worker, 'arret.noter', arretCorps(opened.id))
  const other = { ...stop, corps: { ...stop.corps, lieu: 'Ailleurs' } }
  await applyOperations(worker, SOIR, envelope([opened, stop, other]))
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM operation_conflits WHERE operation_id = $1',
    [stop.id],
  )
  return rows[0]?.id ?? uuidv7()
}

async function sent(
  action: (previous: EtatAction, form: FormData) => Promise<EtatAction>,
  fields: Readonly<Record<string, string>>,
): Promise<boolean> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return (await action(etatInitial, form)).fait !== null
}

const decide = { demande: 'quarantaine.decide', cote: 'paris' } as const

/** Reading the quarantine and deciding of each case. */
export const quarantaine: Table = {
  'quarantaine/queries.ts > listQuarantaine': {
    ...decide,
    prepare: refusedAct,
    tente: async ({ viewer }, id) =>
      (await listQuarantaine(viewer, plusTard(10), null))?.cas.some((cas) => cas.id === id) ?? false,
  },
  'quarantaine/queries.ts > listDecisions': {
    ...decide,
    enSonNom: true,
    tente: async ({ viewer }) => (await listDecisions(viewer)) !== null,
  },
  'cas/queries.ts > readCas': {
    ...decide,
    prepare: refusedAct,
    tente: async ({ viewer }, id) => (await readCas(viewer, { nature: 'acte', id })) !== null,
  },
  'cas/queries.ts > findCas': { ouvert: 'dans la transaction d’une décision, droit déjà vérifié' },
  'cas/queries.ts > findActiveId': { ouvert: 'dans la transaction d’une décision, droit déjà vérifié' },
  'cas/commands.ts > keepActe': {
    ...decide,
    prepare: waitingRound,
    tente: (lieu, id) => done(lieu, plusTard(10), (context) => keepActe(context, { id })),
  },
  'cas/commands.ts > correctActe': {
    ...decide,
    prepare: refusedAct,
    tente: (lieu, id) =>
      done(lieu, plusTard(10), (context) => correctActe(context, { id, saisie: { secteurCode: '75118' } })),
  },
  'cas/commands.ts > keepRound': {
    ...decide,
    prepare: waitingRound,
    tente: (lieu, maraudeId) => done(lieu, plusTard(10), (context) => keepRound(context, { maraudeId })),
  },
  'cas/commands.ts > discard': {
    ...decide,
    prepare: refusedAct,
    tente: (lieu, id) =>
      done(lieu, plusTard(10), (context) =>
        discard(context, { nature: 'acte', id, motif: 'ERREUR', precision: null }),
      ),
  },
  'cas/commands.ts > choose': {
    ...decide,
    prepare: conflict,
    tente: (lieu, id) =>
      done(lieu, plusTard(10), (context) => choose(context, { nature: 'conflit', id, issue: 'DEUXIEME' })),
  },
  'cas/actions.ts > keep': { ...decide, prepare: waitingRound, tente: (_, id) => sent(keep, { id }) },
  'cas/actions.ts > correct': {
    ...decide,
    prepare: refusedAct,
    tente: (_, id) => sent(correct, { id, secteurCode: '75118' }),
  },
  'cas/actions.ts > keepAll': {
    ...decide,
    prepare: waitingRound,
    tente: (_, maraudeId) => sent(keepAll, { maraudeId }),
  },
  'cas/actions.ts > setAside': {
    ...decide,
    prepare: refusedAct,
    tente: (_, id) => sent(setAside, { nature: 'acte', id, motif: 'ERREUR', precision: '' }),
  },
  'cas/actions.ts > settle': {
    ...decide,
    prepare: conflict,
    tente: (_, id) => sent(settle, { nature: 'conflit', id, issue: 'LES_DEUX' }),
  },
}
