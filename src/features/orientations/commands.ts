import 'server-only'
import { randomBytes } from 'node:crypto'
import { type Context, writeJournal } from '@/db/journal'
import { toDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import { delaisUsuels } from '@/domain/orientations/delais'
import type { Demande } from '@/domain/orientations/demande'
import type { RefusDemande } from '@/domain/orientations/refus'
import { CODE_BYTES, makeCodePersonne } from '@/domain/personnes/code'
import { findParties, type Known, type Prescriber, type Receiver } from './queries'

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
      ...addressedTo(receiver),
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

/** Whom it goes to, with the rules and the delays of that day, frozen; asked of all, the usual delays. */
function addressedTo(receiver: Receiver | null) {
  if (receiver === null) return { delais: delaisUsuels }
  const { id, organisationId, regles, delais } = receiver
  return { receveurDispositifId: id, receveurOrganisationId: organisationId, regles, delais }
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
  await tx.personne.update({ where: { id: personneId }, data: { dernierContactLe: now } })
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
