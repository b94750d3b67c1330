import 'server-only'
import type { Maraude } from '@/db/generated/client'
import { type Context, writeJournal, writeJournalLines } from '@/db/journal'
import { can } from '@/domain/comptes/can'
import { toDatabaseDate } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { done, refuse, type Refusal, type Result } from '@/domain/commun/result'
import type { Arret, Correction } from '@/domain/maraudes/arret'
import { MARAUDE_MAX_MS } from '@/domain/maraudes/durees'
import type { Cloture, Ouverture } from '@/domain/maraudes/maraude'
import { countUnits } from '@/domain/maraudes/materiel'
import type { RefusMaraude } from '@/domain/maraudes/refus'
import { statutsDesArrets } from '@/domain/maraudes/statuts-arret'
import { readContenus } from './queries'

const HOUR_MS = 3_600_000
/** How far ahead a tablet's clock may run before its hours are refused. */
const AVANCE_MAX_MS = 26 * HOUR_MS
const AVANT_DEBUT_MS = 2 * HOUR_MS

type Origin = { id: string; appareilId: string | null; schemaVersion: number }
type Outcome = Result<{ id: string }, RefusMaraude>

/** Opens a round for the actor's organisation. The id is made on the device. Refuses DROIT_ABSENT, DATE_FUTURE, DEJA_PRIS. */
export async function openMaraude(context: Context, input: Ouverture & Origin): Promise<Outcome> {
  const { actor, now, tx } = context
  const { organisationId } = actor
  if (organisationId === null || !can(actor, 'maraudes.log', { organisationId }))
    return refuse('DROIT_ABSENT')
  if (isTooLate(input.debut, now)) return refuse('DATE_FUTURE')
  const { count } = await tx.maraude.createMany({
    data: {
      ...input,
      organisationId,
      auteurId: actor.compteId,
      nuit: toDatabaseDate(workDayOf(input.debut)),
      statut: 'EN_COURS',
      recueLe: now,
    },
    skipDuplicates: true,
  })
  if (count === 0) return refuse('DEJA_PRIS')
  await writeJournal(context, { action: 'maraudes.open', objet: 'maraude', objetId: input.id })
  return done({ id: input.id })
}

/**
 * Adds stops to rounds of the actor's organisation, kits expanded to their items: all of them, or none and the first reason met.
 * Refuses DROIT_ABSENT, MARAUDE_INTROUVABLE, MARAUDE_VALIDEE, HORS_MARAUDE, STRUCTURE_INCONNUE, ARTICLE_INCONNU, DEJA_PRIS. A closed
 * round still takes stops that arrive late.
 */
export async function logArrets(
  context: Context,
  inputs: readonly (Arret & { id: string })[],
): Promise<Result<null, RefusMaraude>> {
  const refusal = await refusalOfArrets(context, inputs)
  if (refusal) return refusal
  return insertArrets(
    context,
    inputs.map((input) => ({ ...input, remplaceId: null })),
  )
}

/**
 * Replaces a stop by another, whole; the former one is kept and no longer counts. Two corrections of one stop are both kept:
 * the first made counts. Refuses as `logArret`, and ARRET_INTROUVABLE, AUTRE_MARAUDE.
 */
export async function correctArret(context: Context, input: Correction & { id: string }): Promise<Outcome> {
  const { actor, tx } = context
  const replaced = await tx.arret.findFirst({
    where: { id: input.remplaceId, maraude: { organisationId: actor.organisationId ?? '' } },
    select: { maraudeId: true },
  })
  if (replaced === null) return refuse('ARRET_INTROUVABLE')
  if (replaced.maraudeId !== input.maraudeId) return refuse('AUTRE_MARAUDE')
  const refusal = await refusalOfArrets(context, [input])
  if (refusal) return refusal
  const outcome = await insertArrets(context, [input])
  if (!outcome.ok) return outcome
  await refreshStatuts(context, input.maraudeId)
  return done({ id: input.id })
}

type ClotureRemplacee = {
  id: string
  corps: { maraudeId: string; fin: string; transmission: string | null } & Couvertures
}
type Couvertures = { couverture: { cellule: string; minutes: number; passages: number }[] }

/**
 * Closes a round. A second closing is refused (DEJA_CLOSE), unless it was made before the one that arrived first: then it
 * takes its place and `remplacee` is the one to set aside. Refuses also DROIT_ABSENT, MARAUDE_INTROUVABLE, MARAUDE_VALIDEE,
 * FIN_AVANT_DEBUT, MARAUDE_TROP_LONGUE, DATE_FUTURE. `isImposed`: a coordinator chose this one, whichever was made first.
 */
export async function closeMaraude(
  context: Context,
  input: Cloture & { id: string },
  isImposed = false,
): Promise<Result<{ remplacee: ClotureRemplacee | null }, RefusMaraude>> {
  const { now, tx } = context
  const maraude = await findMaraude(context, input.maraudeId)
  if (maraude === null) return refuse('MARAUDE_INTROUVABLE')
  const refusal = refusalOfMaraude(context, maraude) ?? refusalOfFin(maraude.debut, input.fin, now)
  if (refusal) return refusal
  if (!isImposed && maraude.clotureId !== null && maraude.clotureId < input.id) return refuse('DEJA_CLOSE')
  const remplacee =
    maraude.clotureId === null ? null : await readCloture(context, maraude.clotureId, input.maraudeId)
  await tx.couverture.deleteMany({ where: { maraudeId: input.maraudeId } })
  await tx.couverture.createMany({
    data: input.couverture.map((cell) => ({ ...cell, maraudeId: input.maraudeId })),
  })
  await tx.maraude.update({
    where: { id: input.maraudeId },
    data: { statut: 'CLOSE', fin: input.fin, transmission: input.transmission, clotureId: input.id },
  })
  await writeJournal(context, { action: 'maraudes.close', objet: 'maraude', objetId: input.maraudeId })
  return done({ remplacee })
}

/** Confirms a closed round at the desk: its figures no longer move. Refuses DROIT_ABSENT, MARAUDE_INTROUVABLE, PAS_CLOSE. */
export async function validateMaraude(context: Context, input: { id: string }): Promise<Outcome> {
  const { actor, tx } = context
  const maraude = await findMaraude(context, input.id)
  if (maraude === null) return refuse('MARAUDE_INTROUVABLE')
  if (!can(actor, 'maraudes.validate', { organisationId: maraude.organisationId }))
    return refuse('DROIT_ABSENT')
  if (maraude.statut !== 'CLOSE') return refuse('PAS_CLOSE')
  await tx.maraude.update({ where: { id: input.id }, data: { statut: 'VALIDEE' } })
  await writeJournal(context, { action: 'maraudes.validate', objet: 'maraude', objetId: input.id })
  return done({ id: input.id })
}

/** Takes a validation back, so that an act that arrived late can be decided. Refuses DROIT_ABSENT, MARAUDE_INTROUVABLE, PAS_VALIDEE. */
export async function reopenMaraude(context: Context, input: { id: string }): Promise<Outcome> {
  const { actor, tx } = context
  const maraude = await findMaraude(context, input.id)
  if (maraude === null) return refuse('MARAUDE_INTROUVABLE')
  if (!can(actor, 'maraudes.validate', { organisationId: maraude.organisationId }))
    return refuse('DROIT_ABSENT')
  if (maraude.statut !== 'VALIDEE') return refuse('PAS_VALIDEE')
  await tx.maraude.update({ where: { id: input.id }, data: { statut: 'CLOSE' } })
  await writeJournal(context, { action: 'maraudes.reopen', objet: 'maraude', objetId: input.id })
  return done({ id: input.id })
}

/**
 * Gives a round the opening a coordinator chose instead of the one received first. Refuses as `openMaraude`, and
 * MARAUDE_INTROUVABLE, MARAUDE_VALIDEE, FIN_AVANT_DEBUT, MARAUDE_TROP_LONGUE.
 */
export async function reviseOuverture(context: Context, input: Ouverture & { id: string }): Promise<Outcome> {
  const { now, tx } = context
  const { id, ...ouverture } = input
  const maraude = await findMaraude(context, id)
  if (maraude === null) return refuse('MARAUDE_INTROUVABLE')
  const refusal =
    refusalOfMaraude(context, maraude) ??
    (maraude.fin === null ? null : refusalOfFin(ouverture.debut, maraude.fin, now))
  if (refusal) return refusal
  if (isTooLate(ouverture.debut, now)) return refuse('DATE_FUTURE')
  const nuit = toDatabaseDate(workDayOf(ouverture.debut))
  await tx.maraude.update({ where: { id }, data: { ...ouverture, nuit } })
  await writeJournal(context, { action: 'maraudes.revise', objet: 'maraude', objetId: id })
  return done({ id })
}

type MaraudeLue = Pick<Maraude, 'organisationId' | 'auteurId' | 'debut' | 'fin' | 'statut' | 'clotureId'>

/** The round, locked until the end of the transaction: two acts on one round are applied one after the other. */
async function findMaraude({ actor, tx }: Context, id: string): Promise<MaraudeLue | null> {
  const [maraude] = await tx.$queryRaw<MaraudeLue[]>`
    SELECT organisation_id AS "organisationId", auteur_id AS "auteurId", debut, fin, statut::text, cloture_id AS "clotureId"
    FROM maraudes WHERE id = ${id}::uuid AND organisation_id = ${actor.organisationId}::uuid FOR UPDATE`
  return maraude ?? null
}

function refusalOfMaraude({ actor }: Context, maraude: MaraudeLue): Refusal<RefusMaraude> | null {
  if (!can(actor, 'maraudes.log', maraude)) return refuse('DROIT_ABSENT')
  return maraude.statut === 'VALIDEE' ? refuse('MARAUDE_VALIDEE') : null
}

function refusalOfFin(debut: Date, fin: Date, now: Date): Refusal<RefusMaraude> | null {
  if (isTooLate(fin, now)) return refuse('DATE_FUTURE')
  if (fin <= debut) return refuse('FIN_AVANT_DEBUT')
  return fin.getTime() - debut.getTime() > MARAUDE_MAX_MS ? refuse('MARAUDE_TROP_LONGUE') : null
}

async function refusalOfArrets(
  context: Context,
  inputs: readonly Arret[],
): Promise<Refusal<RefusMaraude> | null> {
  for (const maraudeId of new Set(inputs.map((input) => input.maraudeId))) {
    const maraude = await findMaraude(context, maraudeId)
    if (maraude === null) return refuse('MARAUDE_INTROUVABLE')
    const refusal = refusalOfMaraude(context, maraude)
    if (refusal) return refusal
    if (inputs.some((input) => input.maraudeId === maraudeId && isOutside(maraude, input)))
      return refuse('HORS_MARAUDE')
  }
  const structures = new Set(inputs.flatMap(({ structureId }) => structureId ?? []))
  if (structures.size === 0) return null
  const known = await context.tx.structure.count({ where: { id: { in: [...structures] } } })
  return known < structures.size ? refuse('STRUCTURE_INCONNUE') : null
}

function isOutside({ debut }: MaraudeLue, { arrivee }: Arret): boolean {
  const sinceDebut = arrivee.getTime() - debut.getTime()
  return sinceDebut < -AVANT_DEBUT_MS || sinceDebut > MARAUDE_MAX_MS
}

type ArretSigne = Arret & { id: string; remplaceId: string | null }

/** As many statements for twenty stops as for one. */
async function insertArrets(
  context: Context,
  inputs: readonly ArretSigne[],
): Promise<Result<null, RefusMaraude>> {
  const { tx } = context
  const articles = new Set(inputs.flatMap(({ materiel }) => materiel.map(({ article }) => article)))
  const contenuOf = await readContenus(tx, articles)
  if (contenuOf === null) return refuse('ARTICLE_INCONNU')
  const { count } = await tx.arret.createMany({ data: inputs.map(rowOf), skipDuplicates: true })
  if (count < inputs.length) return refuse('DEJA_PRIS')
  const of = <Line>(linesOf: (input: ArretSigne) => readonly Line[]) =>
    inputs.flatMap((input) => linesOf(input).map((line) => ({ ...line, arretId: input.id })))
  await tx.rencontre.createMany({ data: of(({ rencontres }) => rencontres) })
  await tx.materiel.createMany({ data: of(({ materiel }) => countUnits(materiel, contenuOf)) })
  await tx.besoin.createMany({ data: of(({ besoins }) => besoins) })
  await tx.incident.createMany({ data: of(({ incidents }) => incidents) })
  await tx.messageRdr.createMany({ data: of(({ messages }) => messages) })
  await writeJournalLines(
    context,
    inputs.map(({ id, remplaceId }) => ({
      action: remplaceId === null ? 'maraudes.log' : 'maraudes.correct',
      objet: 'arret',
      objetId: id,
    })),
  )
  return done(null)
}

/** A correction begins without counting: `refreshStatuts` then decides for the whole round at once. */
function rowOf({
  rencontres: _rencontres,
  materiel: _materiel,
  besoins: _besoins,
  incidents: _incidents,
  messages: _messages,
  ...own
}: ArretSigne) {
  return { ...own, statut: own.remplaceId === null ? ('ACTIF' as const) : ('EN_CONFLIT' as const) }
}

/** What no longer counts is written before what now does: the base allows one active correction of a stop. */
async function refreshStatuts({ tx }: Context, maraudeId: string): Promise<void> {
  const arrets = await tx.arret.findMany({
    where: { maraudeId },
    select: { id: true, remplaceId: true, statut: true },
  })
  const statuts = statutsDesArrets(arrets)
  const changed = arrets.filter(({ id, statut }) => statuts.get(id) !== statut)
  for (const statut of ['REMPLACE', 'EN_CONFLIT', 'ACTIF'] as const) {
    const ids = changed.flatMap(({ id }) => (statuts.get(id) === statut ? [id] : []))
    if (ids.length > 0) await tx.arret.updateMany({ where: { id: { in: ids } }, data: { statut } })
  }
}

async function readCloture({ tx }: Context, clotureId: string, maraudeId: string): Promise<ClotureRemplacee> {
  const maraude = await tx.maraude.findUniqueOrThrow({
    where: { id: maraudeId },
    select: { fin: true, transmission: true, couvertures: { orderBy: { cellule: 'asc' } } },
  })
  const couverture = maraude.couvertures.map(({ cellule, minutes, passages }) => ({
    cellule,
    minutes,
    passages,
  }))
  const fin = maraude.fin?.toISOString() ?? ''
  return { id: clotureId, corps: { maraudeId, fin, transmission: maraude.transmission, couverture } }
}

function isTooLate(instant: Date, now: Date): boolean {
  return instant.getTime() > now.getTime() + AVANCE_MAX_MS
}
