import 'server-only'
import { closeMaraude, correctArret, logArrets, openMaraude } from '@/features/maraudes/commands'
import { askPlace } from '@/features/orientations/commands'
import { isUnavailable, postgresFault } from '@/db/constraint'
import { Prisma } from '@/db/generated/client'
import { type Context, writeJournal } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { phrasesRefusMaraude } from '@/domain/maraudes/refus'
import { phrasesRefusOrientation } from '@/domain/orientations/refus'
import { type Acte, readActe } from '@/domain/sync/operation'
import { empreinteOf } from '@/domain/sync/empreinte'
import { etatsGardes } from '@/domain/sync/etat-garde'
import type { ReponseActe } from '@/domain/sync/verdict'
import { motifDeLaBase } from '@/domain/sync/regles-de-la-base'
import { logger } from '@/lib/logger'

/** An act as the base keeps it. */
export type OperationGardee = {
  id: string
  kind: string
  schemaVersion: number
  auteurId: string
  appareilId: string
  corps: Prisma.InputJsonObject
}

/** An act about to be applied; no tablet when a coordinator made it at the desk. */
export type ActePorte = Pick<OperationGardee, 'id' | 'kind' | 'schemaVersion'> & { appareilId: string | null }

/** What became of an act: applied, kept until what it needs arrives, or kept because a rule refuses it. */
export type Issue =
  | { etat: 'applique'; remplacee: Pick<OperationGardee, 'id' | 'corps'> | null }
  | { etat: 'en-attente'; attendId: string; motif: string }
  | { etat: 'quarantaine'; motif: string }

/**
 * Settles an act whose id was just claimed in this transaction, then everything that was waiting for it. Answers with its
 * verdict first, then with those of the other acts whose state it changed. Throws only when the base does not answer.
 */
export async function settleOperation(context: Context, operation: OperationGardee): Promise<ReponseActe[]> {
  const issue = await judge(context, operation)
  const own = await keep(context, operation, issue)
  if (issue.etat !== 'applique') return [own]
  const { remplacee } = issue
  const motif = phrasesRefusMaraude.DEJA_CLOSE
  const aside = remplacee && (await keep(context, remplacee, { etat: 'quarantaine', motif }))
  return [own, ...(aside ? [aside] : []), ...(await settleWaiting(context, operation.id))]
}

/** Settles the actor's acts that were waiting for this row, in the order they were made. */
export async function settleWaiting(context: Context, attendId: string): Promise<ReponseActe[]> {
  const waiting = await context.tx.operation.findMany({
    // Another author's act waits for a session of that author: nobody signs for somebody else.
    where: { attendId, verdict: 'EN_ATTENTE', auteurId: context.actor.compteId },
    orderBy: { id: 'asc' },
  })
  const answers: ReponseActe[] = []
  for (const { corps, ...operation } of waiting) {
    if (!isObject(corps)) continue
    const act = { ...operation, corps, auteurId: context.actor.compteId }
    answers.push(...(await settleOperation(context, act)))
  }
  return answers
}

async function judge(context: Context, operation: OperationGardee): Promise<Issue> {
  if (operation.auteurId !== context.actor.compteId)
    return { etat: 'quarantaine', motif: 'Noté par un autre compte que celui qui l’envoie' }
  const lecture = readActe(operation)
  switch (lecture.etat) {
    case 'lu':
      return applyActe(context, operation, lecture.acte)
    case 'refuse':
      return { etat: 'quarantaine', motif: lecture.motif }
    case 'version-plus-recente':
      return { etat: 'quarantaine', motif: 'Noté par une version plus récente de Maillage' }
  }
}

/**
 * Runs the command under a savepoint: a refusal, a rule of the base or a bug undoes this act alone, and the act itself is
 * kept. Only a base that does not answer, or asks to start again, ends the transaction. Signed by the actor.
 */
export async function applyActe(context: Context, operation: ActePorte, acte: Acte): Promise<Issue> {
  const { tx } = context
  await tx.$executeRaw`SAVEPOINT acte`
  try {
    const issue = await perform(context, operation, acte)
    if (issue.etat !== 'applique') await tx.$executeRaw`ROLLBACK TO SAVEPOINT acte`
    await tx.$executeRaw`RELEASE SAVEPOINT acte`
    return issue
  } catch (error) {
    const fault = postgresFault(error)
    if (isUnavailable(error) || fault?.code.startsWith('40')) throw error
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT acte`
    logger.error({ operation: operation.id, kind: operation.kind, fault }, 'acte refusé par la base')
    return { etat: 'quarantaine', motif: motifDeLaBase(fault?.constraint ?? fault?.code) }
  }
}

/** Runs the command of one act, without a savepoint: what is refused or fails is the caller's to undo. Signed by the actor. */
export async function perform(
  context: Context,
  { id, appareilId, schemaVersion }: ActePorte,
  acte: Acte,
): Promise<Issue> {
  switch (acte.kind) {
    case 'maraude.ouvrir':
      return issueOf(await openMaraude(context, { ...acte.corps, id, appareilId, schemaVersion }), acte)
    case 'arret.noter':
      return issueOf(await logArrets(context, [{ ...acte.corps, id }]), acte)
    case 'arret.corriger':
      return issueOf(await correctArret(context, { ...acte.corps, id }), acte)
    case 'maraude.clore': {
      const result = await closeMaraude(context, { ...acte.corps, id })
      return result.ok ? { etat: 'applique', remplacee: result.value.remplacee } : issueOf(result, acte)
    }
    case 'place.demander':
      return issueOf(await askPlace(context, acte.corps), acte)
  }
}

const phrases = { ...phrasesRefusMaraude, ...phrasesRefusOrientation }

function issueOf(result: { ok: true } | { ok: false; reason: keyof typeof phrases }, acte: Acte): Issue {
  if (result.ok) return { etat: 'applique', remplacee: null }
  const attendId = missingRow(result.reason, acte)
  const motif = phrases[result.reason]
  return attendId === null ? { etat: 'quarantaine', motif } : { etat: 'en-attente', attendId, motif }
}

/** The row this act needs and that has not arrived, when that is why it was refused. */
function missingRow(reason: keyof typeof phrases, { kind, corps }: Acte): string | null {
  if (reason === 'MARAUDE_INTROUVABLE') return 'maraudeId' in corps ? corps.maraudeId : null
  if (reason === 'ARRET_INTROUVABLE') return kind === 'arret.corriger' ? corps.remplaceId : null
  if (reason === 'UNKNOWN_STOP') return kind === 'place.demander' ? (corps.arretId ?? null) : null
  return null
}

const states = { applique: 'APPLIQUE', 'en-attente': 'EN_ATTENTE', quarantaine: 'QUARANTAINE' } as const

/** Writes what became of an act. An applied one no longer needs its body: its rows hold it. */
async function keep(
  context: Context,
  { id, corps }: Pick<OperationGardee, 'id' | 'corps'>,
  issue: Issue,
): Promise<ReponseActe> {
  const applied = issue.etat === 'applique'
  const motif = applied ? null : issue.motif
  await context.tx.operation.update({
    where: { id },
    data: {
      verdict: states[issue.etat],
      motif,
      attendId: issue.etat === 'en-attente' ? issue.attendId : null,
      corps: applied ? Prisma.DbNull : corps,
    },
  })
  if (issue.etat === 'quarantaine')
    await writeJournal(context, { action: 'sync.keep', objet: 'operation', objetId: id, refus: issue.motif })
  return { id, verdict: issue.etat, ...(motif === null ? {} : { motif }) }
}

function isObject(value: Prisma.JsonValue): value is Prisma.JsonObject & Prisma.InputJsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** What nobody can read, and who brought it. `brut` is kept as it came; `motif` is a literal of the quarantine desk. */
export type Lettre = { id: string; sequence: number; brut: unknown; motif: string }
export type Facteur = { viewer: Viewer; appareilId: string; now: Date; decalage: number }

/**
 * Keeps an act that no key of ours opens, or that no account of ours signed, as it came: the tablet's queue always drains, and
 * a person decides at the desk. Kept once however many times it comes; another body under a known id is kept beside it.
 */
export async function keepUnreadable(
  { viewer, appareilId, now, decalage }: Facteur,
  { id, sequence, brut, motif }: Lettre,
): Promise<ReponseActe> {
  const { organisationId } = viewer
  if (organisationId === null) return { id, verdict: 'recommencer' }
  const corps = { enveloppe: toJson(brut) }
  const empreinte = await empreinteOf({ kind: UNREADABLE, corps })
  return inTransaction(viewer, async (tx) => {
    const { count } = await tx.operation.createMany({
      data: {
        id,
        sequence,
        appareilId,
        organisationId,
        decalage,
        empreinte,
        motif,
        corps,
        kind: UNREADABLE,
        schemaVersion: 1,
        auteurId: null,
        verdict: 'QUARANTAINE',
        creeLe: now,
        recueLe: now,
      },
      skipDuplicates: true,
    })
    if (count === 0) return answerKnown(tx, { id, empreinte, corps, now })
    await writeJournal(
      { actor: viewer, now, tx },
      { action: 'sync.keep', objet: 'operation', objetId: id, refus: motif },
    )
    return { id, verdict: 'quarantaine', motif: 'Illisible : gardé tel quel, à voir au bureau' }
  })
}

const UNREADABLE = 'illisible'

type Known = { id: string; empreinte: string; corps: Prisma.InputJsonObject; now: Date }

async function answerKnown(tx: Context['tx'], { id, empreinte, corps, now }: Known): Promise<ReponseActe> {
  const known = await tx.operation.findUnique({ where: { id } })
  if (known === null) return { id, verdict: 'conflit' }
  if (known.empreinte === empreinte) return { id, verdict: 'doublon', etat: etatsGardes[known.verdict] }
  await tx.operationConflit.createMany({
    data: { operationId: id, empreinte, corps, recueLe: now },
    skipDuplicates: true,
  })
  return { id, verdict: 'conflit' }
}

function toJson(brut: unknown): Prisma.InputJsonValue | null {
  return JSON.parse(JSON.stringify(brut ?? null))
}
