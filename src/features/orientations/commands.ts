import 'server-only'
import { randomBytes } from 'node:crypto'
import { type Context, writeJournal } from '@/db/journal'
import type { Transaction } from '@/db/transaction'
import { type CivilDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Demande } from '@/domain/orientations/demande'
import type { RefusDemande } from '@/domain/orientations/refus'
import { CODE_BYTES, makeCodePersonne } from '@/domain/personnes/code'
import { nightServed, type RegleSejour, regleSejourSchema, sansRegle } from '@/domain/places/sejour'

/** What sending answers: the orientation, and the personne's handle when one goes with it. */
export type DemandeEnvoyee = { id: string; code: string | null }

/**
 * Sends a request for a place: draft and sending in one. Freezes the stay rule in force on the row, makes the personne's
 * code when one is described, keeps her agreement. The same `id` twice asks once (ALREADY_SENT).
 */
export async function askPlace(
  context: Context,
  demande: Demande,
): Promise<Result<DemandeEnvoyee, RefusDemande>> {
  const result = await sendRequest(context, demande)
  await writeJournal(context, {
    action: 'orientations.ask',
    objet: 'orientation',
    objetId: demande.id,
    details: { dispositif: demande.receveurDispositifId, echeance: demande.echeance },
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function sendRequest(
  context: Context,
  demande: Demande,
): Promise<Result<DemandeEnvoyee, RefusDemande>> {
  const parties = await findParties(context, demande)
  if (!parties.ok) return parties
  const { prescriber, receiver, known } = parties.value
  if (!(await insertOrientation(context, demande, prescriber, receiver))) return refuse('ALREADY_SENT')
  const personne = known ?? (await makePersonne(context, demande, prescriber.organisationId))
  if (personne !== null) await attachPersonne(context, demande, personne.id)
  return done({ id: demande.id, code: personne?.code ?? null })
}

type Parties = { prescriber: Prescriber; receiver: Receiver | null; known: Known | null }

async function findParties(context: Context, demande: Demande): Promise<Result<Parties, RefusDemande>> {
  if (!can(context.actor, 'orientations.ask')) return refuse('FORBIDDEN')
  const prescriber = await findPrescriber(context, demande.prescripteurStructureId ?? null)
  if (prescriber === null) return refuse('NO_STRUCTURE')
  const { organisationId } = prescriber
  if (!(await knowsStop(context, demande.arretId ?? null, organisationId))) return refuse('UNKNOWN_STOP')
  const receiver = await findReceiver(context, demande)
  if (!receiver.ok) return receiver
  const known = await findPersonne(context, demande, organisationId)
  if (!known.ok) return known
  return done({ prescriber, receiver: receiver.value, known: known.value })
}

type Prescriber = { id: string; organisationId: string }

/** The structure wanted, else the author's own, else the oldest of the organisation that the right covers. */
async function findPrescriber({ actor, tx }: Context, wanted: string | null): Promise<Prescriber | null> {
  const { organisationId } = actor
  if (organisationId === null) return null
  const structures = await tx.structure.findMany({
    where: { organisationId, ...(wanted === null ? {} : { id: wanted }) },
    orderBy: [{ creeeLe: 'asc' }, { id: 'asc' }],
    select: { id: true, organisationId: true },
  })
  const allowed = structures.filter(({ id }) =>
    can(actor, 'orientations.ask', { structureId: id, organisationId }),
  )
  const own = actor.attributions.map(({ structureId }) => structureId)
  return allowed.find(({ id }) => own.includes(id)) ?? allowed[0] ?? null
}

async function knowsStop({ tx }: Context, arretId: string | null, organisationId: string): Promise<boolean> {
  if (arretId === null) return true
  const where = { id: arretId, maraude: { organisationId } }
  return (await tx.arret.findFirst({ where, select: { id: true } })) !== null
}

type Receiver = { id: string; organisationId: string; regles: RegleSejour }

async function findReceiver(
  { tx, now }: Context,
  { receveurDispositifId: dispositifId, pourLe }: Demande,
): Promise<Result<Receiver | null, 'UNKNOWN_DEVICE' | 'DEVICE_CLOSED'>> {
  if (dispositifId === null) return done(null)
  const dispositif = await tx.dispositif.findUnique({
    where: { id: dispositifId },
    select: { id: true, organisationId: true, oriente: true, statut: true },
  })
  if (dispositif === null) return refuse('UNKNOWN_DEVICE')
  if (!dispositif.oriente || dispositif.statut !== 'OUVERTE') return refuse('DEVICE_CLOSED')
  return done({ ...dispositif, regles: await readRegle(tx, dispositifId, pourLe ?? nightServed(now)) })
}

/** The stay rule in force on this day; `sansRegle` when none is written. */
async function readRegle(tx: Transaction, dispositifId: string, day: CivilDate): Promise<RegleSejour> {
  const jour = toDatabaseDate(day)
  const regle = await tx.regleSejour.findFirst({
    where: { dispositifId, du: { lte: jour }, OR: [{ au: null }, { au: { gt: jour } }] },
  })
  return regle === null ? sansRegle : regleSejourSchema.parse(regle)
}

/** True when the row was made, false when this id already exists, in whatever organisation. */
async function insertOrientation(
  { actor, now, tx }: Context,
  demande: Demande,
  prescriber: Prescriber,
  receiver: Receiver | null,
): Promise<boolean> {
  const { id, echeance, genre, trancheAge, personnes, couple, animaux, mobilite, femmesSeulement } = demande
  const { count } = await tx.orientation.createMany({
    data: {
      id,
      echeance,
      genre,
      trancheAge,
      personnes,
      couple,
      animaux,
      mobilite,
      femmesSeulement,
      prescripteurStructureId: prescriber.id,
      prescripteurOrganisationId: prescriber.organisationId,
      responsableId: prescriber.id,
      auteurId: actor.compteId,
      receveurDispositifId: receiver?.id ?? null,
      receveurOrganisationId: receiver?.organisationId ?? null,
      ...(receiver === null ? {} : { regles: receiver.regles }),
      arretId: demande.arretId ?? null,
      pourLe: demande.pourLe == null ? null : toDatabaseDate(demande.pourLe),
      statut: 'ENVOYEE',
      // A tablet whose clock runs ahead must not make the wish younger than its sending.
      souhaitLe: demande.souhaitLe < now ? demande.souhaitLe : now,
      envoyeeLe: now,
      creeeLe: now,
    },
    skipDuplicates: true,
  })
  if (count === 0) return false
  await tx.orientationEvenement.create({
    data: { orientationId: id, vers: 'ENVOYEE', le: now, compteId: actor.compteId, cote: 'PRESCRIPTEUR' },
  })
  return true
}

type Known = { id: string; code: string }

async function findPersonne(
  { now, tx }: Context,
  { personneCode: code }: Demande,
  organisationId: string,
): Promise<Result<Known | null, 'UNKNOWN_PERSON'>> {
  if (code == null) return done(null)
  const personne = await tx.personne.findFirst({
    where: { code, organisationId, anonymiseeLe: null },
    select: { id: true, code: true },
  })
  if (personne === null) return refuse('UNKNOWN_PERSON')
  await tx.personne.update({ where: { id: personne.id }, data: { dernierContactLe: now } })
  return done(personne)
}

async function makePersonne(
  { now, tx }: Context,
  demande: Demande,
  organisationId: string,
): Promise<Known | null> {
  if (demande.personne == null) return null
  const { genre, trancheAge, situation } = demande.personne
  for (;;) {
    const code = makeCodePersonne(randomBytes(CODE_BYTES))
    const [personne] = await tx.personne.createManyAndReturn({
      data: { organisationId, code, genre, trancheAge, situation, creeeLe: now, dernierContactLe: now },
      select: { id: true, code: true },
      skipDuplicates: true,
    })
    if (personne !== undefined) return personne
  }
}

async function attachPersonne(
  { actor, now, tx }: Context,
  demande: Demande,
  personneId: string,
): Promise<void> {
  await tx.orientation.update({ where: { id: demande.id }, data: { personneId } })
  if (demande.consentement == null) return
  await tx.consentement.create({
    data: {
      orientationId: demande.id,
      portee: demande.consentement.portee,
      le: now,
      recueilliPar: actor.compteId,
    },
  })
}
