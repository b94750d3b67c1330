import 'server-only'
import { uuidv7 } from 'uuidv7'
import { closeMaraude, reviseOuverture } from '@/features/maraudes/commands'
import { applyActe } from '@/features/sync/commands'
import { Prisma } from '@/db/generated/client'
import { type Context, writeJournal } from '@/db/journal'
import { can } from '@/domain/comptes/can'
import type { SaisieInvalide } from '@/domain/commun/etat-action'
import { done, refuse, type Refusal, type Result } from '@/domain/commun/result'
import { phrasesRefusMaraude } from '@/domain/maraudes/refus'
import type {
  Cas,
  Choix,
  Ecart,
  IssueQuarantaine,
  MotifEcart,
  NatureCas,
  RefusQuarantaine,
} from '@/domain/quarantaine/decision'
import {
  type CorrectionSaisie,
  corpsCorrige,
  fautesDe,
  isSecondLisible,
} from '@/domain/quarantaine/correction'
import { type Corps, corpsOf } from '@/domain/quarantaine/lignes'
import { type Acte, readActe } from '@/domain/sync/operation'
import { SCHEMA_VERSION, upcast } from '@/domain/sync/upcast'
import { type CasLu, findActiveId, findCas } from './queries'

const PLUS_RECENTE = 'Noté par une version plus récente de Maillage.'

/** Refused again by the rule itself, whose sentence is `motif`. */
export type EncoreRefuse = Refusal<'REFUSE'> & { motif: string }
/** What deciding answers. */
export type Decided = Result<{ issue: IssueQuarantaine }, RefusQuarantaine> | EncoreRefuse

type Operation = NonNullable<Awaited<ReturnType<Context['tx']['operation']['findFirst']>>>
type Applied = { remplace: Corps | null } | { motif: string }
/** What applying needs of an act, received or made here. */
type Porte = {
  id: string
  kind: string
  appareilId: string | null
  schemaVersion: number
  auteurId?: string | null
}

/**
 * Applies a refused act as it was received, signed by who decides; an opening keeps its author. Refuses DROIT_ABSENT,
 * INTROUVABLE, DEJA_DECIDE, and REFUSE when the rule still holds.
 */
export async function keepActe(context: Context, { id }: { id: string }): Promise<Decided> {
  const operation = await lockOperation(context, id)
  if (!('id' in operation)) return operation
  const act = upcast({ ...operation, corps: corpsOf(operation.corps) })
  return act === null ? refusedAgain(PLUS_RECENTE) : settleActe(context, operation, 'GARDE', act)
}

/**
 * Applies a refused act with what a coordinator typed over it, under the same id. Refuses as `keepActe`; INVALID names the
 * fields still at fault.
 */
export async function correctActe(
  context: Context,
  { id, saisie }: CorrectionSaisie,
): Promise<Decided | SaisieInvalide> {
  const operation = await lockOperation(context, id)
  if (!('id' in operation)) return operation
  const act = upcast({ ...operation, corps: corpsOf(operation.corps) })
  if (act === null) return refusedAgain(PLUS_RECENTE)
  const corps = corpsCorrige(act.kind, act.corps, saisie)
  const fautes = Object.entries(fautesDe(act.kind, id, corps))
  if (fautes.length > 0) {
    const champs = Object.fromEntries(fautes.map(([path, message]) => [path, [message]]))
    return { ok: false, reason: 'INVALID', champs }
  }
  return settleActe(context, operation, 'CORRIGE', { kind: act.kind, corps })
}

async function settleActe(
  context: Context,
  operation: Operation,
  issue: 'GARDE' | 'CORRIGE',
  { kind, corps }: { kind: string; corps: Corps },
): Promise<Decided> {
  const { id } = operation
  const read = readActe({ id, kind, corps: { ...corps }, schemaVersion: SCHEMA_VERSION })
  if (read.etat !== 'lu') return refusedAgain(read.etat === 'refuse' ? read.motif : PLUS_RECENTE)
  const applied = await apply(context, operation, read.acte)
  if ('motif' in applied) return refusedAgain(applied.motif)
  await context.tx.operation.update({
    where: { id },
    data: { verdict: 'APPLIQUE', motif: null, attendId: null, corps: Prisma.DbNull },
  })
  const recu = corpsOf(operation.corps)
  await record(context, { nature: 'acte', id }, { issue, recu, retenu: corps, remplace: applied.remplace })
  return done({ issue })
}

/** One after the other: a second decision on the same act finds the first one. */
async function lockOperation(context: Context, id: string): Promise<Operation | Refusal<RefusQuarantaine>> {
  const { actor, tx } = context
  const organisationId = actor.organisationId ?? ''
  if (!can(actor, 'quarantaine.decide', { organisationId })) return refuse('DROIT_ABSENT')
  await tx.$executeRaw`SELECT id FROM operations WHERE id = ${id}::uuid FOR UPDATE`
  const operation = await tx.operation.findFirst({
    where: { id, organisationId },
    include: { decision: { select: { id: true } } },
  })
  if (operation === null) return refuse('INTROUVABLE')
  return operation.verdict === 'APPLIQUE' || operation.decision !== null ? refuse('DEJA_DECIDE') : operation
}

/** A closing chosen here takes the place of the one in force, whichever was made first; everything else goes the usual way. */
async function apply(context: Context, operation: Porte, acte: Acte): Promise<Applied> {
  if (acte.kind === 'maraude.clore') {
    const closed = await closeMaraude(context, { ...acte.corps, id: operation.id }, true)
    return closed.ok
      ? { remplace: closed.value.remplacee?.corps ?? null }
      : { motif: phrasesRefusMaraude[closed.reason] }
  }
  const issue = await applyActe(context, operation, acte)
  if (issue.etat !== 'applique') return { motif: issue.motif }
  if (acte.kind === 'maraude.ouvrir') await keepAuthor(context, operation)
  return { remplace: null }
}

/** Who went out stays the author of the round, whoever decided of its opening. */
async function keepAuthor({ actor, tx }: Context, { id, auteurId }: Porte): Promise<void> {
  if (auteurId === undefined || auteurId === null) return
  const organisationId = actor.organisationId ?? ''
  const known = await tx.compte.count({ where: { id: auteurId, organisationId } })
  if (known === 1) await tx.maraude.update({ where: { id }, data: { auteurId } })
}

/**
 * Keeps everything that waits of one round, its opening first, each with its own decision. `restent`: those that a rule still
 * refuses. Refuses DROIT_ABSENT, INTROUVABLE when nothing waits.
 */
export async function keepRound(
  context: Context,
  { maraudeId }: { maraudeId: string },
): Promise<Result<{ gardes: number; restent: number }, RefusQuarantaine>> {
  const { actor, tx } = context
  const organisationId = actor.organisationId ?? ''
  if (!can(actor, 'quarantaine.decide', { organisationId })) return refuse('DROIT_ABSENT')
  const waiting = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM operations o
    WHERE o.organisation_id = ${organisationId}::uuid AND o.verdict <> 'APPLIQUE'
      AND (o.id = ${maraudeId}::uuid OR o.corps->>'maraudeId' = ${maraudeId})
      AND NOT EXISTS (SELECT FROM decisions d WHERE d.operation_id = o.id)
    ORDER BY o.id`
  if (waiting.length === 0) return refuse('INTROUVABLE')
  let gardes = 0
  for (const { id } of waiting) if ((await keepActe(context, { id })).ok) gardes += 1
  return done({ gardes, restent: waiting.length - gardes })
}

/**
 * Sets a case aside for good, with its reason; what was received stays in the base. Refuses DROIT_ABSENT, INTROUVABLE,
 * DEJA_DECIDE.
 */
export async function discard(context: Context, { nature, id, motif, precision }: Ecart): Promise<Decided> {
  const found = await openCas(context, { nature, id })
  if (!('recu' in found)) return found
  if (nature === 'acte') {
    // No longer waiting: what it needs may still arrive, and must not bring it back.
    const data = { verdict: 'QUARANTAINE', attendId: null } as const
    await context.tx.operation.update({ where: { id }, data })
  }
  await record(context, { nature, id }, { issue: 'ECARTE', motif, precision, recu: found.recu })
  return done({ issue: 'ECARTE' })
}

/**
 * Of two texts under one id, or of two corrections of one stop: the second instead of the first, or both. Refuses
 * DROIT_ABSENT, INTROUVABLE, DEJA_DECIDE, D_ABORD_LE_PREMIER, SECOND_ILLISIBLE, IMPOSSIBLE, and REFUSE when a rule refuses the
 * result.
 */
export async function choose(context: Context, { nature, id, issue }: Choix): Promise<Decided> {
  const found = await openCas(context, { nature, id })
  if (!('recu' in found)) return found
  if (nature === 'conflit' && found.verdict !== 'APPLIQUE') return refuse('D_ABORD_LE_PREMIER')
  if (!isSecondLisible(found.kind, found.acteId, found.recu)) return refuse('SECOND_ILLISIBLE')
  const acte = choiceOf(found, issue, await findActiveId(context.tx, found.acteId))
  if (acte === null) return refuse('IMPOSSIBLE')
  const applied = await applyChoice(context, found, acte)
  if ('motif' in applied) return refusedAgain(applied.motif)
  const { recu, compte } = found
  const remplace = issue === 'DEUXIEME' ? compte : null
  await record(context, { nature, id }, { issue, recu, retenu: acte.corps, remplace })
  return done({ issue })
}

/** What a choice comes to: an act under its own new id, or the opening of the same round again. Null: it makes no sense. */
type Choisi = { kind: string; corps: Corps; isOuvertureRevue?: true }

function choiceOf({ kind, recu }: CasLu, issue: Choix['issue'], activeId: string | null): Choisi | null {
  const isSecond = issue === 'DEUXIEME'
  switch (kind) {
    case 'arret.noter':
    case 'arret.corriger': {
      const { remplaceId: _, ...arret } = recu
      if (!isSecond) return { kind: 'arret.noter', corps: arret }
      return activeId === null ? null : { kind: 'arret.corriger', corps: { ...arret, remplaceId: activeId } }
    }
    case 'maraude.ouvrir':
      return isSecond ? { kind, corps: recu, isOuvertureRevue: true } : { kind, corps: recu }
    case 'maraude.clore':
      return isSecond ? { kind, corps: recu } : null
    default:
      return isSecond ? null : { kind, corps: recu }
  }
}

async function applyChoice(context: Context, { acteId }: CasLu, choisi: Choisi): Promise<Applied> {
  const id = choisi.isOuvertureRevue ? acteId : uuidv7()
  const operation = { id, kind: choisi.kind, appareilId: null, schemaVersion: SCHEMA_VERSION }
  const read = readActe({ ...operation, corps: { ...choisi.corps } })
  if (read.etat !== 'lu') return { motif: read.etat === 'refuse' ? read.motif : PLUS_RECENTE }
  if (!choisi.isOuvertureRevue || read.acte.kind !== 'maraude.ouvrir')
    return apply(context, operation, read.acte)
  const revised = await reviseOuverture(context, { ...read.acte.corps, id })
  return revised.ok ? { remplace: null } : { motif: phrasesRefusMaraude[revised.reason] }
}

/** The case, locked: a second decision waits here, then finds the first one. */
async function openCas(context: Context, { nature, id }: Cas): Promise<CasLu | Refusal<RefusQuarantaine>> {
  const { actor, tx } = context
  const organisationId = actor.organisationId ?? ''
  if (!can(actor, 'quarantaine.decide', { organisationId })) return refuse('DROIT_ABSENT')
  await locks[nature](tx, id)
  const found = await findCas(tx, { nature, id }, organisationId)
  if (found === null) return refuse('INTROUVABLE')
  return found.decision === null ? found : refuse('DEJA_DECIDE')
}

const locks: Record<NatureCas, (tx: Context['tx'], id: string) => Promise<unknown>> = {
  acte: (tx, id) => tx.$executeRaw`SELECT FROM operations WHERE id = ${id}::uuid FOR UPDATE`,
  conflit: (tx, id) => tx.$executeRaw`SELECT FROM operation_conflits WHERE id = ${id}::uuid FOR UPDATE`,
  correction: (tx, id) => tx.$executeRaw`SELECT FROM arrets WHERE id = ${id}::uuid FOR UPDATE`,
}

type Traced = {
  issue: IssueQuarantaine
  motif?: MotifEcart
  precision?: string | null
  recu: Corps
  retenu?: Corps
  remplace?: Corps | null
}

const columns = { acte: 'operationId', conflit: 'conflitId', correction: 'arretId' } as const

async function record(context: Context, { nature, id }: Cas, traced: Traced): Promise<void> {
  const { actor, now, tx } = context
  const { recu, retenu, remplace, ...words } = traced
  await tx.decision.create({
    data: {
      ...words,
      [columns[nature]]: id,
      organisationId: actor.organisationId ?? '',
      parId: actor.compteId,
      le: now,
      recu: asJson(recu),
      ...(retenu == null ? {} : { retenu: asJson(retenu) }),
      ...(remplace == null ? {} : { remplace: asJson(remplace) }),
    },
  })
  const details = {
    nature,
    issue: traced.issue,
    ...(traced.motif === undefined ? {} : { motif: traced.motif }),
  }
  await writeJournal(context, { action: 'quarantaine.decide', objet: 'cas', objetId: id, details })
}

function refusedAgain(motif: string): EncoreRefuse {
  return { ok: false, reason: 'REFUSE', motif }
}

function asJson(corps: Corps): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(corps))
}
