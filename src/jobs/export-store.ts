import 'server-only'
import { writeBytes } from '@/db/bytes'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { CHUNK_BYTES } from '@/domain/exports/etats'
import type { Prise } from '@/features/exports/commands'
import { now as clock } from '@/lib/clock'
import { isClosing } from '@/lib/closing'
import type { Portion } from './export-bytes'

/** The file went to a later try, or the server stops: what was written is of no use. */
export class WritingStopped extends Error {
  override name = 'WritingStopped'
}

/** Keeps a file piece by piece, all of the same size but the last, and notes its progress with each. */
export async function keepBytes(
  viewer: Viewer,
  prise: Prise,
  portions: AsyncIterable<Portion>,
  seen: (morceau: Uint8Array) => void,
): Promise<void> {
  let held: Uint8Array<ArrayBuffer> = new Uint8Array(CHUNK_BYTES)
  let filled = 0
  let rang = 0
  let lignes = 0
  for await (const portion of portions) {
    lignes += portion.lignes
    for (let at = 0; at < portion.octets.length;) {
      const taken = portion.octets.subarray(at, at + CHUNK_BYTES - filled)
      held.set(taken, filled)
      filled += taken.length
      at += taken.length
      if (filled < CHUNK_BYTES) continue
      seen(held)
      await keepMorceau(viewer, prise, { rang: rang++, octets: held, lignes })
      filled = 0
    }
  }
  if (filled === 0) return
  held = held.slice(0, filled)
  seen(held)
  await keepMorceau(viewer, prise, { rang, octets: held, lignes })
}

type Morceau = { rang: number; octets: Uint8Array<ArrayBuffer>; lignes: number }

async function keepMorceau(viewer: Viewer, { id, essai }: Prise, morceau: Morceau): Promise<void> {
  if (isClosing()) throw new WritingStopped()
  const { rang, octets, lignes } = morceau
  const kept = await writeBytes(viewer, {
    text: keptUnderProgress,
    values: [id, essai, Math.max(0, lignes), octets.length, clock(), rang, octets],
  })
  if (kept === 0) throw new WritingStopped()
}

const keptUnderProgress = `
  WITH en_cours AS (
    UPDATE exports_lignes SET lignes = $3, octets = octets + $4::bigint, battement_le = $5
    WHERE id = $1 AND essais = $2 AND etat = 'EN_COURS' RETURNING id)
  INSERT INTO exports_morceaux (export_id, rang, octets) SELECT id, $6, $7 FROM en_cours`

/** How many rows there will be, for who watches. */
export async function noteTotal(viewer: Viewer, { id, essai }: Prise, total: number): Promise<void> {
  await inTransaction(viewer, (tx) =>
    tx.exportLignes.updateMany({
      where: { id, essais: essai, etat: 'EN_COURS' },
      data: { total, battementLe: clock() },
    }),
  )
}

/** Gives the file back to whoever comes next, without waiting for it to be thought dead. */
export async function releaseFile(viewer: Viewer, { id, essai }: Prise): Promise<void> {
  await inTransaction(viewer, (tx) =>
    tx.exportLignes.updateMany({
      where: { id, essais: essai, etat: 'EN_COURS' },
      data: { etat: 'DEMANDE' },
    }),
  )
}
