import 'server-only'
import type { Context } from '@/db/journal'
import { done, refuse, type Result } from '@/domain/commun/result'
import { can } from '@/domain/comptes/can'
import type { Demande } from '@/domain/orientations/demande'
import type { RefusDemande } from '@/domain/orientations/refus'
import { nightServed, type RegleSejour } from '@/domain/places/sejour'
import { findRegleSejour } from '@/features/places/queries'

/** Who asks, who is asked (null: any place that fits), and the personne already followed. */
export type Parties = { prescriber: Prescriber; receiver: Receiver | null; known: Known | null }

/** Finds all that a request names, within the author's right; or the first thing that is missing. */
export async function findParties(
  context: Context,
  demande: Demande,
): Promise<Result<Parties, RefusDemande>> {
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

export type Prescriber = { id: string; organisationId: string }

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

export type Receiver = { id: string; organisationId: string; regles: RegleSejour }

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
  return done({ ...dispositif, regles: await findRegleSejour(tx, dispositifId, pourLe ?? nightServed(now)) })
}

export type Known = { id: string; code: string }

async function findPersonne(
  { tx }: Context,
  { personneCode: code }: Demande,
  organisationId: string,
): Promise<Result<Known | null, 'UNKNOWN_PERSON'>> {
  if (code == null) return done(null)
  const personne = await tx.personne.findFirst({
    where: { code, organisationId, anonymiseeLe: null },
    select: { id: true, code: true },
  })
  if (personne === null) return refuse('UNKNOWN_PERSON')
  return done(personne)
}
