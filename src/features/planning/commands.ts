import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { addDays, type CivilDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import { lundiDe } from '@/domain/planning/semaine'
import type {
  Objectif,
  RefusPlanning,
  TourneeChangee,
  TourneePrevue,
  TourneeVue,
} from '@/domain/planning/tournee-prevue'

type Outcome = Result<{ id: string }, RefusPlanning>

/** Plans a round of the actor's organisation. Refuses DROIT_ABSENT; the base refuses a team already elsewhere at that hour. */
export async function planTournee(context: Context, input: TourneePrevue): Promise<Outcome> {
  const { actor, now, tx } = context
  const { organisationId } = actor
  if (organisationId === null || !can(actor, 'planning.write', { organisationId }))
    return refuse('DROIT_ABSENT')
  const { id } = await tx.tournee.create({
    data: { ...columnsOf(input), organisationId, parId: actor.compteId, creeeLe: now },
    select: { id: true },
  })
  await writeJournal(context, { action: 'planning.plan', objet: 'tournee', objetId: id })
  return done({ id })
}

/** Changes a planned round as it was seen. Refuses DROIT_ABSENT, INTROUVABLE, CHANGEE. */
export async function changeTournee(context: Context, input: TourneeChangee): Promise<Outcome> {
  const { id, version, ...fields } = input
  const outcome = await writeSeen(context, { id, version }, columnsOf(fields))
  if (outcome.ok) await writeJournal(context, { action: 'planning.change', objet: 'tournee', objetId: id })
  return outcome
}

/** Takes a planned round off the week; its row stays. Refuses as `changeTournee`. */
export async function cancelTournee(context: Context, vue: TourneeVue): Promise<Outcome> {
  const outcome = await writeSeen(context, vue, { annuleeLe: context.now })
  if (outcome.ok)
    await writeJournal(context, { action: 'planning.cancel', objet: 'tournee', objetId: vue.id })
  return outcome
}

/** Only the version seen is written; a version that moved in between is CHANGEE. */
async function writeSeen(
  { actor, tx }: Context,
  { id, version }: TourneeVue,
  data: Partial<ReturnType<typeof columnsOf>> & { annuleeLe?: Date },
): Promise<Outcome> {
  const organisationId = actor.organisationId ?? ''
  if (!can(actor, 'planning.write', { organisationId })) return refuse('DROIT_ABSENT')
  const { count } = await tx.tournee.updateMany({
    where: { id, organisationId, version, annuleeLe: null },
    data: { ...data, version: version + 1 },
  })
  if (count === 1) return done({ id })
  return refuse((await tx.tournee.count({ where: { id, organisationId } })) === 0 ? 'INTROUVABLE' : 'CHANGEE')
}

/**
 * Plans again, the week after, every round of the organisation's week; those whose team is already planned then are left
 * out. Refuses DROIT_ABSENT, RIEN_A_RECONDUIRE.
 */
export async function repeatWeek(
  context: Context,
  { semaine }: { semaine: CivilDate },
): Promise<Result<{ tournees: number }, RefusPlanning>> {
  const { actor, now, tx } = context
  const { organisationId } = actor
  if (organisationId === null || !can(actor, 'planning.write', { organisationId }))
    return refuse('DROIT_ABSENT')
  const from = lundiDe(semaine)
  // A week later on the clock of Paris, whatever the season: 20 h stays 20 h.
  const tournees = await tx.$executeRaw`
    INSERT INTO tournees (id, organisation_id, equipe, secteur_code, mode, debut, fin, nuit, par_id, creee_le)
    SELECT gen_random_uuid(), organisation_id, equipe, secteur_code, mode,
      (debut AT TIME ZONE 'Europe/Paris' + interval '7 days') AT TIME ZONE 'Europe/Paris',
      (debut AT TIME ZONE 'Europe/Paris' + interval '7 days') AT TIME ZONE 'Europe/Paris' + (fin - debut),
      nuit + 7, ${actor.compteId}::uuid, ${now}
    FROM tournees
    WHERE organisation_id = ${organisationId}::uuid AND annulee_le IS NULL
      AND nuit >= ${toDatabaseDate(from)} AND nuit < ${toDatabaseDate(addDays(from, 7))}
    ON CONFLICT DO NOTHING`
  if (tournees === 0) return refuse('RIEN_A_RECONDUIRE')
  const details = { semaine: from, tournees }
  await writeJournal(context, { action: 'planning.repeat', objet: 'semaine', objetId: from, details })
  return done({ tournees })
}

/** Hours wanted each week in a sector, from a week on and until said otherwise; the weeks before keep theirs. Refuses DROIT_ABSENT. */
export async function setObjectif(
  context: Context,
  { secteurCode, heures, semaine }: Objectif,
): Promise<Result<{ secteurCode: string }, RefusPlanning>> {
  const { actor, now, tx } = context
  if (!can(actor, 'objectifs.write')) return refuse('DROIT_ABSENT')
  const du = toDatabaseDate(lundiDe(semaine))
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`objectif ${secteurCode}`}, 0))`
  await tx.objectif.deleteMany({ where: { secteurCode, du: { gte: du } } })
  await tx.objectif.updateMany({
    where: { secteurCode, du: { lt: du }, OR: [{ au: null }, { au: { gt: du } }] },
    data: { au: du },
  })
  await tx.objectif.create({ data: { secteurCode, heures, du, parId: actor.compteId, creeLe: now } })
  const details = { heures, semaine: lundiDe(semaine) }
  await writeJournal(context, { action: 'planning.target', objet: 'commune', objetId: secteurCode, details })
  return done({ secteurCode })
}

function columnsOf({ secteurCode, equipe, mode, nuit, debut, fin }: TourneePrevue) {
  return { secteurCode, equipe, mode, nuit: toDatabaseDate(nuit), debut, fin }
}
