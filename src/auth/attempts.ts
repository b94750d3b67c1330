import 'server-only'
import { placeOnNetwork } from '@/domain/comptes/adresse'
import { accueillirEssai, type Essai, GARDE_MS } from '@/domain/comptes/essais'
import { prisma } from '@/db/client'
import { type Transaction, withoutViewer } from '@/db/transaction'
import { fingerprint } from './keys'
import { knownDevice } from './known-devices'

/** Where an attempt comes from: the client's address as our server saw it, and the device cookie it carried. */
export type Origin = { address: string; deviceCookie: string | undefined }

/** An attempt counted before anything is verified. */
export type Claim = { permis: true; essaiId: string } | { permis: false; reessayerLe: Date }

/** Fingerprint of an account by the e-mail typed, whether or not the account exists: nothing tells which. */
export function accountFingerprint(courriel: string): string {
  return fingerprint('essais', `compte ${courriel}`)
}

/**
 * Counts an attempt, as a failure until it is settled, or refuses it. Attempts on one account, from one address or one device
 * queue for the count, so that a hundred at once cannot all read the same figure and all pass.
 */
export async function claimAttempt(courriel: string, origin: Origin, now: Date): Promise<Claim> {
  const compte = accountFingerprint(courriel)
  const adresse = fingerprint('essais', `adresse ${placeOnNetwork(origin.address)}`)
  const appareil = knownDevice(origin.deviceCookie, compte)
  const essai = { compte, adresse, appareil, le: now }
  // A flood is turned away on one read, without queueing and without holding connections that others wait for.
  const first = accueillirEssai(essai, await readFailures(prisma, essai))
  if (!first.permis) return first
  return withoutViewer(async (tx) => {
    await queueFor(tx, appareil === null ? [compte, adresse] : [appareil])
    await forgetAttempts(now, tx)
    const accueil = accueillirEssai(essai, await readFailures(tx, essai))
    if (!accueil.permis) return accueil
    const { id } = await tx.tentative.create({ data: { ...essai, reussie: false }, select: { id: true } })
    return { permis: true, essaiId: id }
  })
}

/** Removes the attempts that no limit counts any more. */
export async function forgetAttempts(now: Date, tx: Transaction = prisma): Promise<void> {
  await tx.tentative.deleteMany({ where: { le: { lt: new Date(now.getTime() - GARDE_MS) } } })
}

function readFailures(tx: Transaction, { compte, adresse, appareil }: Essai): Promise<Essai[]> {
  const where = appareil === null ? { OR: [{ compte }, { adresse }] } : { appareil }
  const select = { compte: true, adresse: true, appareil: true, le: true }
  return tx.tentative.findMany({ select, where: { ...where, reussie: false } })
}

/** The attempt succeeded: it no longer counts against anyone. */
export async function settleAttempt(tx: Transaction, essaiId: string): Promise<void> {
  await tx.tentative.updateMany({ where: { id: essaiId }, data: { reussie: true } })
}

/** Locks are taken in one order everywhere, so that two attempts never wait for each other. */
async function queueFor(tx: Transaction, keys: readonly string[]): Promise<void> {
  for (const key of keys.toSorted()) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`
  }
}
